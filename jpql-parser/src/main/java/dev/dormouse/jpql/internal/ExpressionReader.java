package dev.dormouse.jpql.internal;

import dev.dormouse.jpql.ast.And;
import dev.dormouse.jpql.ast.Arithmetic;
import dev.dormouse.jpql.ast.ArithmeticOperator;
import dev.dormouse.jpql.ast.ArithmeticStep;
import dev.dormouse.jpql.ast.Concatenation;
import dev.dormouse.jpql.ast.Expression;
import dev.dormouse.jpql.ast.Not;
import dev.dormouse.jpql.ast.Or;
import dev.dormouse.jpql.ast.Position;
import dev.dormouse.jpql.ast.ScalarExpression;
import dev.dormouse.jpql.ast.Sign;
import dev.dormouse.jpql.ast.SignedExpression;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/**
 * Turns conditions and values into nodes.
 *
 * <p>Parentheses leave no node, and a chain of one operator becomes one node: both are walked in loops, since the parse tree of a
 * left-recursive rule is as deep as its chain is long.
 */
final class ExpressionReader {

    private final QueryText text;
    private final PredicateReader predicates;
    private final PrimaryReader primaries;

    ExpressionReader(QueryText text, PathReader paths, StatementReader statements) {
        this.text = text;
        this.predicates = new PredicateReader(text, paths, this, statements);
        this.primaries = new PrimaryReader(text, paths, this, statements);
    }

    Expression condition(JpqlGrammar.ConditionalExpressionContext written) {
        JpqlGrammar.ConditionalExpressionContext condition = withoutParentheses(written);
        if (condition instanceof JpqlGrammar.AndConditionContext) {
            return new And(conditions(condition, JpqlTokens.AND), position(condition));
        }
        if (condition instanceof JpqlGrammar.OrConditionContext) {
            return new Or(conditions(condition, JpqlTokens.OR), position(condition));
        }
        if (condition instanceof JpqlGrammar.ExistsConditionContext exists) {
            return exists(exists);
        }
        return simple((JpqlGrammar.SimpleConditionContext) condition);
    }

    ScalarExpression scalar(JpqlGrammar.ScalarExpressionContext scalar) {
        if (scalar instanceof JpqlGrammar.PrimaryScalarContext primary) {
            return primaries.read(primary);
        }
        if (scalar instanceof JpqlGrammar.ParenthesizedContext parentheses) {
            ScalarExpression inner = inner(parentheses);
            return parentheses.sign == null
                    ? inner
                    : new SignedExpression(sign(parentheses.sign), inner, position(parentheses));
        }
        if (scalar instanceof JpqlGrammar.ConcatenationContext) {
            return concatenation(scalar);
        }
        return arithmetic(scalar);
    }

    List<ScalarExpression> scalars(List<JpqlGrammar.ScalarExpressionContext> scalars) {
        List<ScalarExpression> read = new ArrayList<>(scalars.size());
        for (JpqlGrammar.ScalarExpressionContext scalar : scalars) {
            read.add(scalar(scalar));
        }
        return read;
    }

    static Sign sign(Token token) {
        return token.getType() == JpqlTokens.MINUS ? Sign.MINUS : Sign.PLUS;
    }

    private Expression simple(JpqlGrammar.SimpleConditionContext simple) {
        Expression condition = simple.predicate() == null
                ? operand(simple.scalarExpression())
                : predicates.read(scalar(simple.scalarExpression()), simple.predicate());
        return simple.NOT() == null ? condition : new Not(condition, position(simple));
    }

    private Expression operand(JpqlGrammar.ScalarExpressionContext operand) {
        return operand instanceof JpqlGrammar.ParenthesizedContext parentheses && parentheses.sign == null
                ? condition(parentheses.conditionalExpression())
                : scalar(operand);
    }

    private Expression exists(JpqlGrammar.ExistsConditionContext written) {
        Expression condition = predicates.exists(written);
        for (int i = written.NOT().size() - 1; i >= 0; i--) {
            condition = new Not(condition, text.position(written.NOT(i).getSymbol()));
        }
        return condition;
    }

    private ScalarExpression inner(JpqlGrammar.ParenthesizedContext parentheses) {
        JpqlGrammar.ConditionalExpressionContext inner = withoutParentheses(parentheses.conditionalExpression());
        if (inner instanceof JpqlGrammar.SimpleConditionContext simple
                && simple.NOT() == null
                && simple.predicate() == null) {
            return scalar(simple.scalarExpression());
        }
        throw text.refusal(
                inner.getStart(),
                "condition in place of a value at",
                "Expected an expression.",
                "Write CASE WHEN condition THEN TRUE ELSE FALSE END.");
    }

    private static JpqlGrammar.ConditionalExpressionContext withoutParentheses(
            JpqlGrammar.ConditionalExpressionContext written) {
        JpqlGrammar.ConditionalExpressionContext condition = written;
        while (condition instanceof JpqlGrammar.SimpleConditionContext simple
                && simple.NOT() == null
                && simple.predicate() == null
                && simple.scalarExpression() instanceof JpqlGrammar.ParenthesizedContext parentheses
                && parentheses.sign == null) {
            condition = parentheses.conditionalExpression();
        }
        return condition;
    }

    private List<Expression> conditions(JpqlGrammar.ConditionalExpressionContext chain, int operator) {
        List<Expression> operands = new ArrayList<>();
        JpqlGrammar.ConditionalExpressionContext left = chain;
        while (isChain(left, operator)) {
            operands.add(condition((JpqlGrammar.ConditionalExpressionContext) left.getChild(2)));
            left = (JpqlGrammar.ConditionalExpressionContext) left.getChild(0);
        }
        operands.add(condition(left));
        Collections.reverse(operands);
        return operands;
    }

    private static boolean isChain(JpqlGrammar.ConditionalExpressionContext condition, int operator) {
        return operator == JpqlTokens.AND
                ? condition instanceof JpqlGrammar.AndConditionContext
                : condition instanceof JpqlGrammar.OrConditionContext;
    }

    private ScalarExpression concatenation(JpqlGrammar.ScalarExpressionContext chain) {
        List<ScalarExpression> operands = new ArrayList<>();
        JpqlGrammar.ScalarExpressionContext left = chain;
        while (left instanceof JpqlGrammar.ConcatenationContext concatenation) {
            operands.add(scalar(concatenation.scalarExpression(1)));
            left = concatenation.scalarExpression(0);
        }
        operands.add(scalar(left));
        Collections.reverse(operands);
        return new Concatenation(operands, position(chain));
    }

    private ScalarExpression arithmetic(JpqlGrammar.ScalarExpressionContext chain) {
        List<ArithmeticStep> steps = new ArrayList<>();
        JpqlGrammar.ScalarExpressionContext left = chain;
        while (left.getClass() == chain.getClass()) {
            Token operator = left instanceof JpqlGrammar.AdditiveContext additive
                    ? additive.operator
                    : ((JpqlGrammar.MultiplicativeContext) left).operator;
            ScalarExpression operand = scalar((JpqlGrammar.ScalarExpressionContext) left.getChild(2));
            steps.add(new ArithmeticStep(operator(operator), operand, text.position(operator)));
            left = (JpqlGrammar.ScalarExpressionContext) left.getChild(0);
        }
        Collections.reverse(steps);
        return new Arithmetic(scalar(left), steps, position(chain));
    }

    private static ArithmeticOperator operator(Token token) {
        return switch (token.getType()) {
            case JpqlTokens.PLUS -> ArithmeticOperator.ADD;
            case JpqlTokens.MINUS -> ArithmeticOperator.SUBTRACT;
            case JpqlTokens.STAR -> ArithmeticOperator.MULTIPLY;
            default -> ArithmeticOperator.DIVIDE;
        };
    }

    private Position position(ParserRuleContext context) {
        return text.position(context.getStart());
    }
}
