package dev.dormouse.internal.query.build;

import dev.dormouse.failure.QueryMessages;
import dev.dormouse.store.plan.ArithmeticOperator;
import dev.dormouse.store.plan.ComparisonOperator;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Function;
import dev.dormouse.store.type.BasicType;
import java.util.ArrayList;
import java.util.List;

/** Makes the scalar expressions of one level (specification, section 4.7). */
public final class Scalars {

    private static final String ARITHMETIC = "arithmetic";

    private final Typing typing;
    private final Conditions conditions;
    private final FunctionTypes functions;

    Scalars(Level level, Conditions conditions) {
        this.typing = level.typing();
        this.conditions = conditions;
        this.functions = new FunctionTypes(typing);
    }

    /** An operation on two numbers; its type is the wider one. */
    public Operand.Scalar arithmetic(ArithmeticOperator operator, Operand left, Operand right) {
        Operand.Scalar first = number(left, right);
        Operand.Scalar second = number(right, left);
        ValueType type = first.type().promotedWith(second.type());
        Expression a = typing.value(first, type, ARITHMETIC);
        Expression b = typing.value(second, type, ARITHMETIC);
        return new Operand.Scalar(new Expression.Arithmetic(operator, a, b, type.stored()), type);
    }

    private Operand.Scalar number(Operand operand, Operand beside) {
        if (operand instanceof Operand.Parameter parameter) {
            Operand.Scalar typed = typing.ownType(beside, ARITHMETIC);
            ValueType guess = typed == null ? ValueType.DOUBLE : typed.type();
            return typing.parameters().number(parameter.name(), guess);
        }
        Operand.Scalar scalar = typing.scalar(operand, ValueType.INTEGER, ARITHMETIC);
        return functions.checkNumber(operand, scalar, ARITHMETIC);
    }

    /** The negative of a number. */
    public Operand negative(Operand operand) {
        Operand.Scalar scalar = functions.number(operand, "a sign");
        ValueType type = scalar.type().promotedWith(scalar.type());
        return new Operand.Scalar(new Expression.Negation(scalar.expression()), type);
    }

    /** A number as it is. */
    public Operand positive(Operand operand) {
        return functions.number(operand, "a sign");
    }

    /** A built-in function of texts, numbers, dates and times, CURRENT functions included. */
    public Operand.Scalar call(Function function, List<? extends Operand> arguments) {
        return functions.call(function, arguments);
    }

    /** What {@code FUNCTION('name', ...)} calls. */
    public Operand named(String name, List<Operand> arguments) {
        return NamedFunctions.call(this, name, arguments);
    }

    /** The current date or time in a Java type of its own. */
    public Operand.Scalar current(Function function, Class<?> javaType) {
        return functions.current(function, javaType);
    }

    /** CAST: any value to text, any text or number to a number. */
    public Operand.Scalar cast(Operand operand, BasicType target) {
        Operand.Scalar scalar = typing.scalar(operand, ValueType.of(target), "CAST");
        boolean convertible = target == BasicType.STRING
                || scalar.type().isText()
                || scalar.type().isNumber();
        if (!convertible) {
            throw QueryMessages.wrong(
                    QueryMessages.WRONG_OPERAND,
                    Typing.describe(operand),
                    operand.describe(),
                    "CAST",
                    "a text or a number");
        }
        Expression value = scalar.type().stored() == target
                ? scalar.expression()
                : new Expression.Cast(scalar.expression(), target);
        return new Operand.Scalar(value, ValueType.of(target));
    }

    /**
     * A branch of CASE.
     *
     * @param condition when it is taken
     * @param result its value
     */
    public record When(Operand condition, Operand result) {}

    /** CASE with conditions. */
    public Operand.Scalar choice(List<When> branches, Operand otherwise) {
        List<Operand> results = new ArrayList<>();
        branches.forEach(branch -> results.add(branch.result()));
        results.add(otherwise);
        ValueType type = typing.common(results, false, "CASE");
        List<Expression.Branch> compiled = new ArrayList<>();
        for (When branch : branches) {
            compiled.add(new Expression.Branch(
                    conditions.condition(branch.condition(), "CASE"), typing.value(branch.result(), type, "CASE")));
        }
        Expression last = typing.value(otherwise, type, "CASE");
        return new Operand.Scalar(new Expression.Case(compiled, last, type.stored()), type);
    }

    /** CASE with an operand; the condition of each branch is the value that it is compared with. */
    public Operand.Scalar simpleChoice(Operand operand, List<When> branches, Operand otherwise) {
        List<When> compared = new ArrayList<>();
        for (When branch : branches) {
            Operand equal = conditions.compare(ComparisonOperator.EQUAL, operand, branch.condition());
            compared.add(new When(equal, branch.result()));
        }
        return choice(compared, otherwise);
    }

    /** The first value that is not null. */
    public Operand.Scalar coalesce(List<? extends Operand> operands) {
        ValueType type = typing.common(operands, false, "COALESCE");
        return new Operand.Scalar(new Expression.Coalesce(typing.all(operands, type, "COALESCE")), type);
    }

    /** Null where both are equal, else the first. */
    public Operand.Scalar nullIf(Operand first, Operand second) {
        Operand equal = conditions.compare(ComparisonOperator.EQUAL, first, second);
        return choice(List.of(new When(equal, Operand.Null.INSTANCE)), first);
    }

    /** A constant with its own type. */
    public static Operand.Constant constant(Object value) {
        return new Operand.Constant(value, ConstantTypes.of(value));
    }

    /** A constant of the Java class that a literal has by its syntax. */
    public static Operand.Constant constant(Object stored, Class<?> javaType) {
        return new Operand.Constant(stored, ConstantTypes.temporal(stored, javaType));
    }
}
