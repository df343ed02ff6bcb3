package dev.dormouse.jpql.internal;

import dev.dormouse.jpql.ast.Aggregate;
import dev.dormouse.jpql.ast.AggregateFunction;
import dev.dormouse.jpql.ast.Cast;
import dev.dormouse.jpql.ast.CastTarget;
import dev.dormouse.jpql.ast.CurrentDatetime;
import dev.dormouse.jpql.ast.DatetimeField;
import dev.dormouse.jpql.ast.DatetimeFunction;
import dev.dormouse.jpql.ast.Extract;
import dev.dormouse.jpql.ast.FunctionCall;
import dev.dormouse.jpql.ast.FunctionInvocation;
import dev.dormouse.jpql.ast.IdFunction;
import dev.dormouse.jpql.ast.Index;
import dev.dormouse.jpql.ast.Position;
import dev.dormouse.jpql.ast.ScalarExpression;
import dev.dormouse.jpql.ast.ScalarFunction;
import dev.dormouse.jpql.ast.Size;
import dev.dormouse.jpql.ast.StringLiteral;
import dev.dormouse.jpql.ast.Trim;
import dev.dormouse.jpql.ast.TrimSide;
import dev.dormouse.jpql.ast.TypeDiscriminator;
import dev.dormouse.jpql.ast.VersionFunction;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Turns functions into nodes and checks what the grammar leaves open: numbers of arguments and words that are no keywords. */
abstract class FunctionReader extends JpqlGrammarBaseVisitor<ScalarExpression> {

    final QueryText text;
    final PathReader paths;
    final ExpressionReader expressions;

    FunctionReader(QueryText text, PathReader paths, ExpressionReader expressions) {
        this.text = text;
        this.paths = paths;
        this.expressions = expressions;
    }

    @Override
    public ScalarExpression visitAggregate(JpqlGrammar.AggregateContext written) {
        AggregateFunction function = AggregateFunction.valueOf(upperCase(written.aggregate));
        ScalarExpression argument = expressions.scalar(written.scalarExpression());
        return new Aggregate(function, written.DISTINCT() != null, argument, position(written));
    }

    @Override
    public ScalarExpression visitFunctionCall(JpqlGrammar.FunctionCallContext written) {
        ScalarFunction function = ScalarFunction.valueOf(upperCase(written.function));
        List<ScalarExpression> arguments = expressions.scalars(written.scalarExpression());
        if (!function.takes(arguments.size())) {
            throw text.refusal(
                    written.function,
                    "wrong number of arguments, " + arguments.size() + ", of",
                    "Expected " + number(function) + ".",
                    "");
        }
        return new FunctionCall(function, arguments, position(written));
    }

    private static String number(ScalarFunction function) {
        int least = function.minimumArguments();
        if (function.maximumArguments() == least) {
            return String.valueOf(least);
        }
        return function.maximumArguments() == Integer.MAX_VALUE
                ? least + " or more"
                : least + " or " + function.maximumArguments();
    }

    @Override
    public ScalarExpression visitFunctionInvocation(JpqlGrammar.FunctionInvocationContext written) {
        String name = LiteralReader.unquoted(written.STRING().getSymbol());
        return new FunctionInvocation(name, expressions.scalars(written.scalarExpression()), position(written));
    }

    @Override
    public ScalarExpression visitTrim(JpqlGrammar.TrimContext written) {
        TrimSide side = written.side == null ? TrimSide.BOTH : TrimSide.valueOf(upperCase(written.side));
        ScalarExpression character = written.trimCharacter() == null ? null : character(written.trimCharacter());
        return new Trim(side, character, expressions.scalar(written.scalarExpression()), position(written));
    }

    private ScalarExpression character(JpqlGrammar.TrimCharacterContext written) {
        if (written.parameter() != null) {
            return paths.parameter(written.parameter());
        }
        Token string = written.STRING().getSymbol();
        StringLiteral literal = new StringLiteral(LiteralReader.unquoted(string), text.position(string));
        if (!SingleCharacter.is(literal)) {
            throw text.refusal(string, "trim character", "Expected a string of one character or a parameter.", "");
        }
        return literal;
    }

    @Override
    public ScalarExpression visitExtract(JpqlGrammar.ExtractContext written) {
        DatetimeField field = constant(DatetimeField.class, written.name(), "unknown datetime field");
        return new Extract(field, expressions.scalar(written.scalarExpression()), position(written));
    }

    @Override
    public ScalarExpression visitCast(JpqlGrammar.CastContext written) {
        CastTarget target = constant(CastTarget.class, written.name(), "unknown target of a cast");
        return new Cast(expressions.scalar(written.scalarExpression()), target, position(written));
    }

    private <E extends Enum<E>> E constant(Class<E> type, JpqlGrammar.NameContext name, String problem) {
        String word = upperCase(name.getStart());
        StringBuilder words = new StringBuilder();
        E[] constants = type.getEnumConstants();
        for (E constant : constants) {
            if (constant.name().equals(word)) {
                return constant;
            }
            String separator = constant == constants[constants.length - 1] ? " or " : ", ";
            words.append(words.isEmpty() ? "" : separator).append(constant.name());
        }
        throw text.refusal(name.getStart(), problem, "Expected " + words + ".", "");
    }

    @Override
    public ScalarExpression visitSize(JpqlGrammar.SizeContext written) {
        return new Size(paths.path(written.path()), position(written));
    }

    @Override
    public ScalarExpression visitIndex(JpqlGrammar.IndexContext written) {
        return new Index(paths.variable(written.identifier()), position(written));
    }

    @Override
    public ScalarExpression visitTypeDiscriminator(JpqlGrammar.TypeDiscriminatorContext written) {
        ScalarExpression operand =
                written.path() == null ? paths.parameter(written.parameter()) : paths.path(written.path());
        return new TypeDiscriminator(operand, position(written));
    }

    @Override
    public ScalarExpression visitIdFunction(JpqlGrammar.IdFunctionContext written) {
        return new IdFunction(paths.path(written.path()), position(written));
    }

    @Override
    public ScalarExpression visitVersionFunction(JpqlGrammar.VersionFunctionContext written) {
        return new VersionFunction(paths.path(written.path()), position(written));
    }

    @Override
    public ScalarExpression visitCurrentDatetime(JpqlGrammar.CurrentDatetimeContext written) {
        return new CurrentDatetime(DatetimeFunction.valueOf(upperCase(written.function)), position(written));
    }

    @Override
    public ScalarExpression visitLocalDatetime(JpqlGrammar.LocalDatetimeContext written) {
        return new CurrentDatetime(DatetimeFunction.valueOf("LOCAL_" + upperCase(written.part)), position(written));
    }

    final Position position(ParserRuleContext context) {
        return text.position(context.getStart());
    }

    private static String upperCase(Token token) {
        return token.getText().toUpperCase(Locale.ROOT);
    }
}
