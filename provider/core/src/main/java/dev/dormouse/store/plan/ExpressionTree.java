package dev.dormouse.store.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Walks and rebuilds expressions: the one place that knows the operands of each kind. Long conjunctions, disjunctions and lists are wide,
 * not deep, and so cost no stack.
 */
public final class ExpressionTree {

    private ExpressionTree() {}

    /** Returns the operands, left to right; the plan of a subquery is not among them. */
    public static List<Expression> children(Expression expression) {
        List<Expression> operands = new ArrayList<>();
        mapChildren(expression, operand -> {
            operands.add(operand);
            return operand;
        });
        return operands;
    }

    /** Returns the expression with each operand replaced; the same object if all stay the same objects. */
    public static Expression mapChildren(Expression expression, UnaryOperator<Expression> mapping) {
        if (expression instanceof Expression.Condition condition) {
            return mapOperands(condition, mapping);
        }
        if (expression instanceof Expression.Arithmetic e) {
            Expression left = mapping.apply(e.left());
            Expression right = mapping.apply(e.right());
            return left == e.left() && right == e.right()
                    ? e
                    : new Expression.Arithmetic(e.operator(), left, right, e.type());
        }
        if (expression instanceof Expression.Negation e) {
            Expression operand = mapping.apply(e.operand());
            return operand == e.operand() ? e : new Expression.Negation(operand);
        }
        if (expression instanceof Expression.Call e) {
            List<Expression> arguments = map(e.arguments(), mapping);
            return arguments == e.arguments() ? e : new Expression.Call(e.function(), arguments, e.type());
        }
        if (expression instanceof Expression.Case e) {
            return mapBranches(e, mapping);
        }
        if (expression instanceof Expression.Coalesce e) {
            List<Expression> operands = map(e.operands(), mapping);
            return operands == e.operands() ? e : new Expression.Coalesce(operands);
        }
        if (expression instanceof Expression.Cast e) {
            Expression operand = mapping.apply(e.operand());
            return operand == e.operand() ? e : new Expression.Cast(operand, e.type());
        }
        return expression;
    }

    private static Expression mapOperands(Expression.Condition condition, UnaryOperator<Expression> mapping) {
        if (condition instanceof Expression.Comparison e) {
            Expression left = mapping.apply(e.left());
            Expression right = mapping.apply(e.right());
            return left == e.left() && right == e.right() ? e : new Expression.Comparison(e.operator(), left, right);
        }
        if (condition instanceof Expression.And e) {
            List<Expression> terms = map(e.terms(), mapping);
            return terms == e.terms() ? e : new Expression.And(terms);
        }
        if (condition instanceof Expression.Or e) {
            List<Expression> terms = map(e.terms(), mapping);
            return terms == e.terms() ? e : new Expression.Or(terms);
        }
        if (condition instanceof Expression.Not e) {
            Expression term = mapping.apply(e.term());
            return term == e.term() ? e : new Expression.Not(term);
        }
        if (condition instanceof Expression.IsNull e) {
            Expression operand = mapping.apply(e.operand());
            return operand == e.operand() ? e : new Expression.IsNull(operand);
        }
        if (condition instanceof Expression.InList e) {
            Expression operand = mapping.apply(e.operand());
            List<Expression> values = map(e.values(), mapping);
            return operand == e.operand() && values == e.values() ? e : new Expression.InList(operand, values);
        }
        if (condition instanceof Expression.Like e) {
            Expression operand = mapping.apply(e.operand());
            Expression pattern = mapping.apply(e.pattern());
            Optional<Expression> escape = mapOptional(e.escape(), mapping);
            return operand == e.operand() && pattern == e.pattern() && escape.equals(e.escape())
                    ? e
                    : new Expression.Like(operand, pattern, escape);
        }
        if (condition instanceof Expression.InQuery e) {
            List<Expression> operands = map(e.operands(), mapping);
            return operands == e.operands() ? e : new Expression.InQuery(operands, e.query());
        }
        if (condition instanceof Expression.Quantified e) {
            Expression left = mapping.apply(e.left());
            return left == e.left() ? e : new Expression.Quantified(e.operator(), left, e.all(), e.query());
        }
        return condition;
    }

    private static Expression mapBranches(Expression.Case choice, UnaryOperator<Expression> mapping) {
        boolean same = true;
        List<Expression.Branch> branches = new ArrayList<>(choice.branches().size());
        for (Expression.Branch branch : choice.branches()) {
            Expression condition = mapping.apply(branch.condition());
            Expression result = mapping.apply(branch.result());
            boolean unchanged = condition == branch.condition() && result == branch.result();
            branches.add(unchanged ? branch : new Expression.Branch(condition, result));
            same &= unchanged;
        }
        Expression otherwise = mapping.apply(choice.otherwise());
        return same && otherwise == choice.otherwise()
                ? choice
                : new Expression.Case(branches, otherwise, choice.type());
    }

    /** Applies a mapping to each; returns the same list if all stay the same objects. */
    static List<Expression> map(List<Expression> expressions, UnaryOperator<Expression> mapping) {
        boolean same = true;
        List<Expression> mapped = new ArrayList<>(expressions.size());
        for (Expression expression : expressions) {
            Expression result = mapping.apply(expression);
            mapped.add(result);
            same &= result == expression;
        }
        return same ? expressions : mapped;
    }

    /** Applies a mapping to what may be there; returns the same object if nothing changes. */
    static Optional<Expression> mapOptional(Optional<Expression> expression, UnaryOperator<Expression> mapping) {
        if (expression.isEmpty()) {
            return expression;
        }
        Expression mapped = mapping.apply(expression.get());
        return mapped == expression.get() ? expression : Optional.of(mapped);
    }

    /** Returns the plan inside a subquery expression itself, not inside its operands. */
    public static Optional<Plan> subquery(Expression expression) {
        if (expression instanceof Expression.Exists e) {
            return Optional.of(e.query());
        }
        if (expression instanceof Expression.InQuery e) {
            return Optional.of(e.query());
        }
        if (expression instanceof Expression.Quantified e) {
            return Optional.of(e.query());
        }
        return expression instanceof Expression.ScalarQuery e ? Optional.of(e.query()) : Optional.empty();
    }

    /** Returns a subquery expression with another plan. */
    public static Expression withSubquery(Expression expression, Plan query) {
        if (expression instanceof Expression.Exists) {
            return new Expression.Exists(query);
        }
        if (expression instanceof Expression.InQuery e) {
            return new Expression.InQuery(e.operands(), query);
        }
        if (expression instanceof Expression.Quantified e) {
            return new Expression.Quantified(e.operator(), e.left(), e.all(), query);
        }
        if (expression instanceof Expression.ScalarQuery) {
            return new Expression.ScalarQuery(query);
        }
        throw new IllegalArgumentException("No subquery: '" + expression + "'");
    }

    /** Rebuilds an expression from the leaves up; plans of subqueries are left alone. */
    public static Expression rewrite(Expression expression, UnaryOperator<Expression> mapping) {
        return mapping.apply(mapChildren(expression, child -> rewrite(child, mapping)));
    }

    /** Replaces the plan of every subquery in an expression, wherever it stands. */
    public static Expression mapSubqueries(Expression expression, UnaryOperator<Plan> mapping) {
        return rewrite(expression, e -> {
            Optional<Plan> query = subquery(e);
            if (query.isEmpty()) {
                return e;
            }
            Plan mapped = mapping.apply(query.get());
            return mapped == query.get() ? e : withSubquery(e, mapped);
        });
    }

    /** Tells whether the expression or an operand at any depth satisfies a test; does not look into the plans of subqueries. */
    public static boolean anyMatch(Expression expression, Predicate<Expression> test) {
        if (test.test(expression)) {
            return true;
        }
        for (Expression child : children(expression)) {
            if (anyMatch(child, test)) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether there is a subquery anywhere in the expression. */
    public static boolean hasSubquery(Expression expression) {
        return anyMatch(expression, e -> subquery(e).isPresent());
    }

    /** Returns the ids of the slots that the expression reads, those that its subqueries read from outside of themselves too. */
    public static BitSet slots(Expression expression) {
        BitSet slots = new BitSet();
        collectSlots(expression, slots);
        return slots;
    }

    private static void collectSlots(Expression expression, BitSet slots) {
        if (expression instanceof Expression.FieldValue field) {
            slots.set(field.slot().id());
        } else if (expression instanceof Expression.SlotValue value) {
            slots.set(value.slot().id());
        } else {
            subquery(expression).ifPresent(query -> slots.or(PlanTree.freeSlots(query)));
            children(expression).forEach(child -> collectSlots(child, slots));
        }
    }

    /** Returns the terms of a conjunction, nested ones flattened; a condition that always holds has none. */
    public static List<Expression> conjuncts(Expression condition) {
        List<Expression> terms = new ArrayList<>();
        collectConjuncts(condition, terms);
        return terms;
    }

    private static void collectConjuncts(Expression condition, List<Expression> terms) {
        if (condition instanceof Expression.And and) {
            and.terms().forEach(term -> collectConjuncts(term, terms));
        } else if (!condition.equals(Expression.Literal.TRUE)) {
            terms.add(condition);
        }
    }

    /** Returns the conjunction of any number of terms: none is {@link Expression.Literal#TRUE}, one is itself. */
    public static Expression conjunction(List<Expression> terms) {
        if (terms.isEmpty()) {
            return Expression.Literal.TRUE;
        }
        return terms.size() == 1 ? terms.get(0) : new Expression.And(terms);
    }
}
