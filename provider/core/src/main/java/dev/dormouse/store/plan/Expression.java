package dev.dormouse.store.plan;

import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.StoreType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value computed from the slots of a row. Conditions are expressions of type {@link BasicType#BOOLEAN} whose null is "unknown". Operands
 * are typed by the plan builder, which puts a {@link Cast} wherever two sides differ: both sides of a comparison have one type.
 */
public sealed interface Expression {

    /** Returns the type of the value. */
    StoreType type();

    /**
     * A constant.
     *
     * @param type the type, also of a null
     * @param value the value
     */
    record Literal(BasicType type, @Nullable Object value) implements Expression {
        /** The condition that always holds. */
        public static final Literal TRUE = new Literal(BasicType.BOOLEAN, true);

        /** The condition that never holds. */
        public static final Literal FALSE = new Literal(BasicType.BOOLEAN, false);
    }

    /**
     * A value bound at execution.
     *
     * @param index its place among the parameters of the frame
     * @param name how it is printed, such as {@code :name} or {@code ?1}
     * @param type the type that values are converted to before they are bound; an {@link ArrayType} for several values (of IN)
     */
    record Parameter(int index, String name, StoreType type) implements Expression {}

    /**
     * A field of the record in a slot; null where the slot is empty.
     *
     * @param slot a record slot
     * @param path the field
     */
    record FieldValue(Slot slot, FieldPath path) implements Expression {
        @Override
        public StoreType type() {
            return path.type();
        }
    }

    /**
     * What a slot holds.
     *
     * @param slot the slot
     */
    record SlotValue(Slot slot) implements Expression {
        @Override
        public StoreType type() {
            return slot.type();
        }
    }

    /**
     * A comparison of two values of one type; unknown if either is null.
     *
     * @param operator which
     * @param left the left side
     * @param right the right side
     */
    record Comparison(ComparisonOperator operator, Expression left, Expression right) implements Condition {}

    /**
     * True if all hold.
     *
     * @param terms two or more conditions
     */
    record And(List<Expression> terms) implements Condition {
        /** Copies the list. */
        public And {
            terms = List.copyOf(terms);
        }
    }

    /**
     * True if one holds.
     *
     * @param terms two or more conditions
     */
    record Or(List<Expression> terms) implements Condition {
        /** Copies the list. */
        public Or {
            terms = List.copyOf(terms);
        }
    }

    /**
     * The negation, unknown staying unknown.
     *
     * @param term a condition
     */
    record Not(Expression term) implements Condition {}

    /**
     * Whether a value is null; never unknown.
     *
     * @param operand the value, or the record of a slot
     */
    record IsNull(Expression operand) implements Condition {}

    /**
     * Whether a value is in a list.
     *
     * @param operand the value
     * @param values the list; a parameter of array type stands for all its elements
     */
    record InList(Expression operand, List<Expression> values) implements Condition {
        /** Copies the list. */
        public InList {
            values = List.copyOf(values);
        }
    }

    /**
     * Whether a text matches a pattern of {@code _} and {@code %} (specification, section 4.6.10).
     *
     * @param operand the text
     * @param pattern the pattern
     * @param escape the escape character as a text of length one
     */
    record Like(Expression operand, Expression pattern, Optional<Expression> escape) implements Condition {}

    /**
     * Whether a subquery has a row; never unknown.
     *
     * @param query the subquery
     */
    record Exists(Plan query) implements Condition {}

    /**
     * Whether a tuple is among the rows of a subquery, by the rules of SQL for nulls.
     *
     * @param operands as many as the subquery has output slots
     * @param query the subquery
     */
    record InQuery(List<Expression> operands, Plan query) implements Condition {
        /** Copies the list. */
        public InQuery {
            operands = List.copyOf(operands);
        }
    }

    /**
     * A comparison with all or any of the rows of a subquery (specification, section 4.6.15).
     *
     * @param operator the comparison
     * @param left the left side
     * @param all whether with all; else with any
     * @param query a subquery with one output slot
     */
    record Quantified(ComparisonOperator operator, Expression left, boolean all, Plan query) implements Condition {}

    /**
     * The value of a subquery's only row; null for none, an error for more than one.
     *
     * @param query a subquery with one output slot
     */
    record ScalarQuery(Plan query) implements Expression {
        @Override
        public StoreType type() {
            return query.output().get(0).type();
        }
    }

    /**
     * An operation on two numbers of the result's type; null if either is null.
     *
     * @param operator which
     * @param left the left side
     * @param right the right side
     * @param type the type of both sides and of the result
     */
    record Arithmetic(ArithmeticOperator operator, Expression left, Expression right, BasicType type)
            implements Expression {}

    /**
     * The negative of a number.
     *
     * @param operand the number
     */
    record Negation(Expression operand) implements Expression {
        @Override
        public StoreType type() {
            return operand.type();
        }
    }

    /**
     * A built-in function.
     *
     * @param function which
     * @param arguments the arguments, in the order that {@link Function} says
     * @param type the type of the result
     */
    record Call(Function function, List<Expression> arguments, BasicType type) implements Expression {
        /** Copies the list. */
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * The first branch whose condition is true (specification, section 4.7.10).
     *
     * @param branches the branches in order
     * @param otherwise what holds if none does
     * @param type the type of every result
     */
    record Case(List<Branch> branches, Expression otherwise, StoreType type) implements Expression {
        /** Copies the list. */
        public Case {
            branches = List.copyOf(branches);
        }
    }

    /**
     * One branch of a case.
     *
     * @param condition when it is taken
     * @param result its value
     */
    record Branch(Expression condition, Expression result) {}

    /**
     * The first value that is not null.
     *
     * @param operands the values, of one type
     */
    record Coalesce(List<Expression> operands) implements Expression {
        /** Copies the list. */
        public Coalesce {
            operands = List.copyOf(operands);
        }

        @Override
        public StoreType type() {
            return operands.get(0).type();
        }
    }

    /**
     * A value in another type.
     *
     * @param operand the value
     * @param type the type wanted
     */
    record Cast(Expression operand, BasicType type) implements Expression {}

    /** An expression of boolean type. */
    sealed interface Condition extends Expression {
        @Override
        default StoreType type() {
            return BasicType.BOOLEAN;
        }
    }
}
