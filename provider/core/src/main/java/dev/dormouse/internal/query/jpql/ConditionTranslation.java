package dev.dormouse.internal.query.jpql;

import dev.dormouse.internal.query.build.Conditions;
import dev.dormouse.internal.query.build.Operand;
import dev.dormouse.internal.query.build.SelectBuilder;
import dev.dormouse.jpql.ast.And;
import dev.dormouse.jpql.ast.Between;
import dev.dormouse.jpql.ast.Comparison;
import dev.dormouse.jpql.ast.ConditionalExpression;
import dev.dormouse.jpql.ast.EmptyComparison;
import dev.dormouse.jpql.ast.Exists;
import dev.dormouse.jpql.ast.Expression;
import dev.dormouse.jpql.ast.InList;
import dev.dormouse.jpql.ast.InParameter;
import dev.dormouse.jpql.ast.InSubquery;
import dev.dormouse.jpql.ast.Like;
import dev.dormouse.jpql.ast.MemberOf;
import dev.dormouse.jpql.ast.Not;
import dev.dormouse.jpql.ast.NullComparison;
import dev.dormouse.jpql.ast.Or;
import dev.dormouse.jpql.ast.QuantifiedComparison;
import dev.dormouse.jpql.ast.Quantifier;
import dev.dormouse.jpql.ast.TypeDiscriminator;
import dev.dormouse.store.plan.ComparisonOperator;
import java.util.ArrayList;
import java.util.List;

/** The conditions of one level. */
final class ConditionTranslation {

    private final ExpressionTranslation expressions;
    private final Conditions conditions;

    ConditionTranslation(ExpressionTranslation expressions, SelectBuilder level) {
        this.expressions = expressions;
        this.conditions = level.conditions();
    }

    Operand operand(ConditionalExpression condition) {
        if (condition instanceof Comparison comparison) {
            return comparison(comparison);
        }
        if (condition instanceof And and) {
            return conditions.and(expressions.operands(and.operands()));
        }
        if (condition instanceof Or or) {
            return conditions.or(expressions.operands(or.operands()));
        }
        if (condition instanceof Not not) {
            return conditions.not(expressions.operand(not.operand()));
        }
        if (condition instanceof NullComparison comparison) {
            return conditions.isNull(expressions.operand(comparison.operand()), comparison.negated());
        }
        if (condition instanceof Between between) {
            return conditions.between(
                    expressions.operand(between.operand()),
                    expressions.operand(between.lower()),
                    expressions.operand(between.upper()),
                    between.negated());
        }
        if (condition instanceof Like like) {
            return conditions.like(
                    expressions.operand(like.operand()),
                    expressions.operand(like.pattern()),
                    like.escape() == null ? null : expressions.operand(like.escape()),
                    like.negated());
        }
        return membership(condition);
    }

    private Operand comparison(Comparison comparison) {
        ComparisonOperator operator = Names.operator(comparison.operator());
        if (comparison.right() instanceof TypeDiscriminator) {
            Operand right = expressions.operand(comparison.right());
            return conditions.compare(operator, expressions.valueBeside(right, comparison.left()), right);
        }
        Operand left = expressions.operand(comparison.left());
        return conditions.compare(operator, left, expressions.valueBeside(left, comparison.right()));
    }

    private Operand membership(ConditionalExpression condition) {
        if (condition instanceof InList in) {
            Operand operand = expressions.operand(in.operand());
            List<Operand> items = new ArrayList<>(in.items().size());
            for (Expression item : in.items()) {
                items.add(expressions.valueBeside(operand, item));
            }
            return conditions.in(operand, items, in.negated());
        }
        if (condition instanceof InParameter in) {
            Operand operand = expressions.operand(in.operand());
            return conditions.inParameter(operand, expressions.statement().parameter(in.parameter()), in.negated());
        }
        if (condition instanceof InSubquery in) {
            Operand operand = expressions.operand(in.operand());
            return conditions.inSubquery(operand, expressions.subquery(in.subquery()), in.negated());
        }
        if (condition instanceof EmptyComparison empty) {
            return conditions.isEmpty(expressions.operand(empty.path()), empty.negated());
        }
        if (condition instanceof MemberOf member) {
            return conditions.memberOf(
                    expressions.operand(member.operand()), expressions.operand(member.path()), member.negated());
        }
        if (condition instanceof Exists exists) {
            return conditions.exists(expressions.subquery(exists.subquery()));
        }
        if (condition instanceof QuantifiedComparison quantified) {
            return conditions.quantified(
                    Names.operator(quantified.operator()),
                    expressions.operand(quantified.left()),
                    quantified.quantifier() == Quantifier.ALL,
                    expressions.subquery(quantified.subquery()));
        }
        throw new AssertionError("no condition: " + condition);
    }
}
