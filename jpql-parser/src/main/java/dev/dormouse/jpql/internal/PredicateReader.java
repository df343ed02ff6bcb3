package dev.dormouse.jpql.internal;

import dev.dormouse.jpql.ast.Between;
import dev.dormouse.jpql.ast.Comparison;
import dev.dormouse.jpql.ast.ComparisonOperator;
import dev.dormouse.jpql.ast.ConditionalExpression;
import dev.dormouse.jpql.ast.EmptyComparison;
import dev.dormouse.jpql.ast.Exists;
import dev.dormouse.jpql.ast.InList;
import dev.dormouse.jpql.ast.InParameter;
import dev.dormouse.jpql.ast.InSubquery;
import dev.dormouse.jpql.ast.Like;
import dev.dormouse.jpql.ast.MemberOf;
import dev.dormouse.jpql.ast.NullComparison;
import dev.dormouse.jpql.ast.NullLiteral;
import dev.dormouse.jpql.ast.Path;
import dev.dormouse.jpql.ast.QuantifiedComparison;
import dev.dormouse.jpql.ast.Quantifier;
import dev.dormouse.jpql.ast.ScalarExpression;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Turns the predicates behind an operand into nodes. */
final class PredicateReader {

    private final QueryText text;
    private final PathReader paths;
    private final ExpressionReader expressions;
    private final StatementReader statements;

    PredicateReader(QueryText text, PathReader paths, ExpressionReader expressions, StatementReader statements) {
        this.text = text;
        this.paths = paths;
        this.expressions = expressions;
        this.statements = statements;
    }

    Exists exists(JpqlGrammar.ExistsConditionContext exists) {
        return new Exists(
                statements.subquery(exists.subquery()),
                text.position(exists.EXISTS().getSymbol()));
    }

    ConditionalExpression read(ScalarExpression operand, JpqlGrammar.PredicateContext predicate) {
        if (predicate instanceof JpqlGrammar.ComparisonContext comparison) {
            return comparison(operand, comparison);
        }
        if (predicate instanceof JpqlGrammar.InContext in) {
            return in(operand, in);
        }
        if (predicate instanceof JpqlGrammar.LikeContext like) {
            return like(operand, like);
        }
        if (predicate instanceof JpqlGrammar.BetweenContext between) {
            ScalarExpression lower = expressions.scalar(between.scalarExpression(0));
            ScalarExpression upper = expressions.scalar(between.scalarExpression(1));
            return new Between(operand, between.NOT() != null, lower, upper, operand.position());
        }
        if (predicate instanceof JpqlGrammar.NullComparisonContext comparison) {
            return new NullComparison(operand, comparison.NOT() != null, operand.position());
        }
        if (predicate instanceof JpqlGrammar.EmptyComparisonContext comparison) {
            return empty(operand, comparison);
        }
        JpqlGrammar.MemberOfContext member = (JpqlGrammar.MemberOfContext) predicate;
        return new MemberOf(operand, member.NOT() != null, paths.path(member.path()), operand.position());
    }

    private ConditionalExpression comparison(ScalarExpression left, JpqlGrammar.ComparisonContext comparison) {
        ComparisonOperator operator = operator(comparison.operator);
        if (comparison.subquery() != null) {
            Quantifier quantifier = comparison.quantifier.getType() == JpqlTokens.ALL ? Quantifier.ALL : Quantifier.ANY;
            return new QuantifiedComparison(
                    operator, left, quantifier, statements.subquery(comparison.subquery()), left.position());
        }
        ScalarExpression right = expressions.scalar(comparison.scalarExpression());
        if (left instanceof NullLiteral || right instanceof NullLiteral) {
            throw text.refusal(
                    comparison.operator,
                    "comparison with NULL by",
                    "Expected IS NULL or IS NOT NULL.",
                    "A comparison with NULL is never true.");
        }
        return new Comparison(operator, left, right, left.position());
    }

    private ConditionalExpression in(ScalarExpression operand, JpqlGrammar.InContext in) {
        boolean negated = in.NOT() != null;
        if (in.subquery() != null) {
            return new InSubquery(operand, negated, statements.subquery(in.subquery()), operand.position());
        }
        if (in.parameter() != null) {
            return new InParameter(operand, negated, paths.parameter(in.parameter()), operand.position());
        }
        return new InList(operand, negated, expressions.scalars(in.scalarExpression()), operand.position());
    }

    private Like like(ScalarExpression operand, JpqlGrammar.LikeContext like) {
        ScalarExpression pattern = expressions.scalar(like.scalarExpression(0));
        return new Like(operand, like.NOT() != null, pattern, escape(like), operand.position());
    }

    private @Nullable ScalarExpression escape(JpqlGrammar.LikeContext like) {
        if (like.ESCAPE() == null) {
            return null;
        }
        ParserRuleContext written = like.scalarExpression(1);
        ScalarExpression escape = expressions.scalar(like.scalarExpression(1));
        if (!SingleCharacter.is(escape)) {
            throw text.refusal(
                    written.getStart(), "escape character", "Expected a string of one character or a parameter.", "");
        }
        return escape;
    }

    private EmptyComparison empty(ScalarExpression operand, JpqlGrammar.EmptyComparisonContext comparison) {
        if (operand instanceof Path path) {
            return new EmptyComparison(path, comparison.NOT() != null, operand.position());
        }
        throw text.refusal(
                comparison.IS().getSymbol(),
                "test for an empty collection by",
                "Expected a path to a collection before it.",
                "");
    }

    private static ComparisonOperator operator(Token token) {
        return switch (token.getType()) {
            case JpqlTokens.EQUAL -> ComparisonOperator.EQUAL;
            case JpqlTokens.NOT_EQUAL -> ComparisonOperator.NOT_EQUAL;
            case JpqlTokens.LESS -> ComparisonOperator.LESS;
            case JpqlTokens.LESS_OR_EQUAL -> ComparisonOperator.LESS_OR_EQUAL;
            case JpqlTokens.GREATER -> ComparisonOperator.GREATER;
            default -> ComparisonOperator.GREATER_OR_EQUAL;
        };
    }
}
