package dev.dormouse.store.evaluate.compile;

import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.evaluate.function.Casts;
import dev.dormouse.store.evaluate.function.Functions;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.type.BasicType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles expressions. Called once a plan; long conjunctions and disjunctions do not recurse a term. */
public final class ExpressionCompiler {

    private final SubqueryCompiler subqueries;

    /**
     * Makes one.
     *
     * @param subqueries who compiles what contains a plan
     */
    public ExpressionCompiler(SubqueryCompiler subqueries) {
        this.subqueries = subqueries;
    }

    /** Compiles an expression without subqueries. */
    public static Evaluator simple(Expression expression) {
        return new ExpressionCompiler(SubqueryCompiler.NONE).compile(expression);
    }

    /** Compiles each. */
    public List<Evaluator> compile(List<Expression> expressions) {
        return expressions.stream().map(this::compile).toList();
    }

    /** Compiles an expression. */
    public Evaluator compile(Expression expression) {
        if (expression instanceof Expression.FieldValue field) {
            return Leaves.field(field);
        }
        if (expression instanceof Expression.Literal literal) {
            return new Leaves.Constant(literal.value());
        }
        if (expression instanceof Expression.Parameter parameter) {
            return new Leaves.Bound(parameter.index());
        }
        if (expression instanceof Expression.SlotValue slot) {
            return new Leaves.Place(slot.slot().id());
        }
        if (expression instanceof Expression.Condition condition) {
            return condition(condition);
        }
        return computed(expression);
    }

    private Evaluator condition(Expression.Condition condition) {
        if (condition instanceof Expression.Comparison comparison) {
            return Comparisons.compile(comparison, compile(comparison.left()), compile(comparison.right()));
        }
        if (condition instanceof Expression.And and) {
            return new Connectives.All(compile(and.terms()));
        }
        if (condition instanceof Expression.Or or) {
            return new Connectives.Any(compile(or.terms()));
        }
        if (condition instanceof Expression.Not not) {
            return new Connectives.Negated(compile(not.term()));
        }
        if (condition instanceof Expression.IsNull isNull) {
            return new Connectives.Null(compile(isNull.operand()));
        }
        if (condition instanceof Expression.InList in) {
            return Membership.compile(in, compile(in.operand()), compile(in.values()));
        }
        if (condition instanceof Expression.Like like) {
            @Nullable Evaluator escape = like.escape().map(this::compile).orElse(null);
            return Matching.compile(like, compile(like.operand()), compile(like.pattern()), escape);
        }
        return subqueries.compile(condition);
    }

    private Evaluator computed(Expression expression) {
        if (expression instanceof Expression.Arithmetic arithmetic) {
            return Arithmetics.compile(
                    arithmetic.operator(), arithmetic.type(), compile(arithmetic.left()), compile(arithmetic.right()));
        }
        if (expression instanceof Expression.Negation negation) {
            return Arithmetics.negation((BasicType) negation.type(), compile(negation.operand()));
        }
        if (expression instanceof Expression.Call call) {
            return Functions.compile(call, compile(call.arguments()));
        }
        if (expression instanceof Expression.Case choice) {
            List<Evaluator> conditions =
                    choice.branches().stream().map(b -> compile(b.condition())).toList();
            List<Evaluator> results =
                    choice.branches().stream().map(b -> compile(b.result())).toList();
            return new Choices.FirstTrue(conditions, results, compile(choice.otherwise()));
        }
        if (expression instanceof Expression.Coalesce coalesce) {
            return new Choices.FirstKnown(compile(coalesce.operands()));
        }
        if (expression instanceof Expression.Cast cast) {
            return Casts.compile(cast, compile(cast.operand()));
        }
        return subqueries.compile(expression);
    }
}
