package dev.dormouse.jpql.internal;

import dev.dormouse.jpql.ast.Coalesce;
import dev.dormouse.jpql.ast.GeneralCase;
import dev.dormouse.jpql.ast.NullIf;
import dev.dormouse.jpql.ast.ScalarExpression;
import dev.dormouse.jpql.ast.SignedExpression;
import dev.dormouse.jpql.ast.SimpleCase;
import dev.dormouse.jpql.ast.SimpleWhen;
import dev.dormouse.jpql.ast.When;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Turns values that are no chains of operators into nodes. */
final class PrimaryReader extends FunctionReader {

    private final StatementReader statements;
    private final LiteralReader literals;

    PrimaryReader(QueryText text, PathReader paths, ExpressionReader expressions, StatementReader statements) {
        super(text, paths, expressions);
        this.statements = statements;
        this.literals = new LiteralReader(text);
    }

    ScalarExpression read(JpqlGrammar.PrimaryScalarContext scalar) {
        JpqlGrammar.PrimaryContext primary = scalar.primary();
        Token sign = scalar.sign;
        if (sign == null) {
            return primary.accept(this);
        }
        if (primary.getStart().getType() == JpqlTokens.NUMBER) {
            return literals.signed(sign, primary.getStart());
        }
        return new SignedExpression(ExpressionReader.sign(sign), primary.accept(this), text.position(sign));
    }

    @Override
    public ScalarExpression visitPathScalar(JpqlGrammar.PathScalarContext scalar) {
        return paths.path(scalar.path());
    }

    @Override
    public ScalarExpression visitLiteralScalar(JpqlGrammar.LiteralScalarContext scalar) {
        return literals.read(scalar.literal());
    }

    @Override
    public ScalarExpression visitParameterScalar(JpqlGrammar.ParameterScalarContext scalar) {
        return paths.parameter(scalar.parameter());
    }

    @Override
    public ScalarExpression visitSubqueryScalar(JpqlGrammar.SubqueryScalarContext scalar) {
        return statements.subquery(scalar.subquery());
    }

    @Override
    public ScalarExpression visitGeneralCase(JpqlGrammar.GeneralCaseContext written) {
        List<When> branches = new ArrayList<>();
        for (JpqlGrammar.WhenClauseContext when : written.whenClause()) {
            branches.add(new When(
                    expressions.condition(when.conditionalExpression()),
                    expressions.scalar(when.scalarExpression()),
                    position(when)));
        }
        JpqlGrammar.ScalarExpressionContext otherwise = written.scalarExpression();
        return new GeneralCase(branches, optional(otherwise), position(written));
    }

    @Override
    public ScalarExpression visitSimpleCase(JpqlGrammar.SimpleCaseContext written) {
        List<SimpleWhen> branches = new ArrayList<>();
        for (JpqlGrammar.SimpleWhenClauseContext when : written.simpleWhenClause()) {
            branches.add(new SimpleWhen(
                    expressions.scalar(when.scalarExpression(0)),
                    expressions.scalar(when.scalarExpression(1)),
                    position(when)));
        }
        ScalarExpression operand = expressions.scalar(written.scalarExpression(0));
        JpqlGrammar.ScalarExpressionContext otherwise = written.ELSE() == null ? null : written.scalarExpression(1);
        return new SimpleCase(operand, branches, optional(otherwise), position(written));
    }

    @Override
    public ScalarExpression visitCoalesce(JpqlGrammar.CoalesceContext written) {
        return new Coalesce(expressions.scalars(written.scalarExpression()), position(written));
    }

    @Override
    public ScalarExpression visitNullIf(JpqlGrammar.NullIfContext written) {
        return new NullIf(
                expressions.scalar(written.scalarExpression(0)),
                expressions.scalar(written.scalarExpression(1)),
                position(written));
    }

    private @Nullable ScalarExpression optional(JpqlGrammar.@Nullable ScalarExpressionContext scalar) {
        return scalar == null ? null : expressions.scalar(scalar);
    }
}
