package dev.dormouse.store.evaluate.compile;

import static dev.dormouse.store.plan.Terms.and;
import static dev.dormouse.store.plan.Terms.call;
import static dev.dormouse.store.plan.Terms.cast;
import static dev.dormouse.store.plan.Terms.compare;
import static dev.dormouse.store.plan.Terms.compute;
import static dev.dormouse.store.plan.Terms.eq;
import static dev.dormouse.store.plan.Terms.field;
import static dev.dormouse.store.plan.Terms.in;
import static dev.dormouse.store.plan.Terms.isNull;
import static dev.dormouse.store.plan.Terms.like;
import static dev.dormouse.store.plan.Terms.lit;
import static dev.dormouse.store.plan.Terms.not;
import static dev.dormouse.store.plan.Terms.nothing;
import static dev.dormouse.store.plan.Terms.or;
import static dev.dormouse.store.plan.Terms.param;
import static dev.dormouse.store.plan.Terms.scan;
import static dev.dormouse.store.type.BasicType.BOOLEAN;
import static dev.dormouse.store.type.BasicType.DATE;
import static dev.dormouse.store.type.BasicType.DECIMAL;
import static dev.dormouse.store.type.BasicType.DOUBLE;
import static dev.dormouse.store.type.BasicType.INTEGER;
import static dev.dormouse.store.type.BasicType.LONG;
import static dev.dormouse.store.type.BasicType.STRING;
import static dev.dormouse.store.type.BasicType.TIMESTAMP;
import static dev.dormouse.store.type.BasicType.UUID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.dormouse.store.evaluate.EvaluationException;
import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Function;
import dev.dormouse.store.plan.Scan;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.Field;
import dev.dormouse.store.type.RecordType;
import dev.dormouse.store.type.Truth;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExpressionCompilerTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:15:30.500Z");

    private static final TableDefinition TABLE = TableDefinition.of(
            "T",
            new RecordType(List.of(
                    new Field("i", INTEGER, true),
                    new Field("l", LONG, true),
                    new Field("d", DOUBLE, true),
                    new Field("s", STRING, true),
                    new Field("b", BOOLEAN, true),
                    new Field("tags", new ArrayType(STRING), true))),
            "i");
    private static final Scan T = scan(TABLE, 0, "t");
    private static final Expression I = field(T, "i");
    private static final Expression L = field(T, "l");
    private static final Expression D = field(T, "d");
    private static final Expression S = field(T, "s");
    private static final Expression B = field(T, "b");
    private static final Expression TAGS = field(T, "tags");
    private static final Expression UNKNOWN = nothing(BOOLEAN);
    private static final Expression TRUE = Expression.Literal.TRUE;
    private static final Expression FALSE = Expression.Literal.FALSE;

    /** i = 7, l = 10, d = 2.5, s = 'Ärger', b = true, tags = [x, y]. */
    private static @Nullable Object value(Expression expression, Object... parameters) {
        return ExpressionCompiler.simple(expression).value(frame(parameters));
    }

    private static Frame frame(@Nullable Object... parameters) {
        Frame frame = new Frame(1, parameters, NOW);
        frame.set(0, Record.of(7, 10L, 2.5, "Ärger", true, List.of("x", "y")));
        return frame;
    }

    static Stream<Arguments> values() {
        return Stream.of(
                arguments(compare(I, "<", lit(8)), true),
                arguments(compare(I, ">=", lit(8)), false),
                arguments(compare(cast(I, LONG), "=", L), false),
                arguments(compare(D, ">", lit(2.25)), true),
                arguments(compare(S, "=", lit("Ärger")), true),
                arguments(compare(S, "<", lit("Ärgerlich")), true),
                arguments(compare(lit("Ärger"), "<", S), false),
                arguments(compare(lit("Zug"), "<", S), true),
                arguments(compare(S, ">=", lit("\uD83D\uDE00")), false),
                arguments(compare(S, "<", lit("\uFFFD")), true),
                arguments(compare(S, "<>", lit("\uD83D")), true),
                arguments(compare(S, "=", nothing(STRING)), null),
                arguments(compare(nothing(INTEGER), "=", nothing(INTEGER)), null),
                arguments(eq(lit(Double.NaN), lit(Double.NaN)), true),
                arguments(eq(lit(-0.0), lit(0.0)), true),
                arguments(compare(lit(Double.NaN), "<", lit(Double.NEGATIVE_INFINITY)), true),
                arguments(eq(lit(new BigDecimal("1.0")), lit(new BigDecimal("1.00"))), true),
                arguments(compare(lit("\uFFFF"), "<", lit("\uD83D\uDE00")), true),
                arguments(and(TRUE, UNKNOWN), null),
                arguments(and(UNKNOWN, FALSE), false),
                arguments(or(UNKNOWN, TRUE), true),
                arguments(or(FALSE, UNKNOWN), null),
                arguments(not(UNKNOWN), null),
                arguments(isNull(UNKNOWN), true),
                arguments(isNull(B), false),
                arguments(and(B, not(isNull(S))), true),
                arguments(in(I, lit(1), lit(7)), true),
                arguments(in(I, lit(1), nothing(INTEGER)), null),
                arguments(in(nothing(INTEGER), lit(1)), null),
                arguments(in(I, lit(1), lit(2), lit(3), lit(4), lit(5), lit(7)), true),
                arguments(in(I, lit(1), lit(2), lit(3), lit(4), lit(5), nothing(INTEGER)), null),
                arguments(in(I, lit(1), lit(2), lit(3), lit(4), lit(5), lit(6)), false),
                arguments(like(S, lit("_rger"), null), true),
                arguments(like(S, nothing(STRING), null), null),
                arguments(compute(I, "*", lit(3)), 21),
                arguments(compute(I, "/", lit(2)), 3),
                arguments(compute(L, "-", lit(11L)), -1L),
                arguments(compute(D, "+", lit(0.5)), 3.0),
                arguments(compute(I, "+", nothing(INTEGER)), null),
                arguments(compute(lit(new BigDecimal("1")), "/", lit(new BigDecimal("8"))), new BigDecimal("0.125")),
                arguments(new Expression.Negation(I), -7),
                arguments(new Expression.Coalesce(List.of(nothing(INTEGER), I, lit(1))), 7),
                arguments(
                        new Expression.Case(
                                List.of(
                                        new Expression.Branch(UNKNOWN, lit("a")),
                                        new Expression.Branch(eq(I, lit(7)), lit("b"))),
                                lit("c"),
                                STRING),
                        "b"),
                arguments(cast(lit(2.9), INTEGER), 2),
                arguments(cast(lit(-2.9), LONG), -2L),
                arguments(cast(lit(" 42 "), INTEGER), 42),
                arguments(cast(I, STRING), "7"),
                arguments(cast(lit(new BigDecimal("1E+3")), STRING), "1000"),
                arguments(cast(lit("2013-07-04"), DATE), LocalDate.of(2013, 7, 4)),
                arguments(cast(lit("2013-07-04 05:06:07"), TIMESTAMP), LocalDateTime.of(2013, 7, 4, 5, 6, 7)),
                arguments(cast(lit("true"), BOOLEAN), true),
                arguments(cast(nothing(STRING), UUID), null));
    }

    @ParameterizedTest
    @MethodSource("values")
    void computes(Expression expression, @Nullable Object expected) {
        assertThat(value(expression)).isEqualTo(expected);
    }

    static Stream<Arguments> functions() {
        Expression smile = lit("a\uD83D\uDE00b");
        return Stream.of(
                arguments(call(Function.CONCAT, STRING, S, lit("!")), "Ärger!"),
                arguments(call(Function.CONCAT, STRING, S, nothing(STRING)), null),
                arguments(call(Function.LENGTH, INTEGER, smile), 3),
                arguments(call(Function.SUBSTRING, STRING, smile, lit(2), lit(1)), "\uD83D\uDE00"),
                arguments(call(Function.SUBSTRING, STRING, smile, lit(3)), "b"),
                arguments(call(Function.SUBSTRING, STRING, lit("abc"), lit(0), lit(2)), "a"),
                arguments(call(Function.SUBSTRING, STRING, lit("abc"), lit(5), lit(2)), ""),
                arguments(call(Function.LOCATE, INTEGER, lit("b"), smile), 3),
                arguments(call(Function.LOCATE, INTEGER, lit("z"), smile), 0),
                arguments(call(Function.LOCATE, INTEGER, lit("a"), lit("aba"), lit(2)), 3),
                arguments(call(Function.LEFT, STRING, smile, lit(2)), "a\uD83D\uDE00"),
                arguments(call(Function.RIGHT, STRING, smile, lit(2)), "\uD83D\uDE00b"),
                arguments(call(Function.REPLACE, STRING, lit("aXa"), lit("a"), lit("bb")), "bbXbb"),
                arguments(call(Function.UPPER, STRING, lit("straße")), "STRASSE"),
                arguments(call(Function.LOWER, STRING, S), "ärger"),
                arguments(call(Function.TRIM, STRING, lit("  a "), lit(" ")), "a"),
                arguments(call(Function.TRIM_LEADING, STRING, lit("xxaxx"), lit("x")), "axx"),
                arguments(call(Function.TRIM_TRAILING, STRING, lit("xxaxx"), lit("x")), "xxa"),
                arguments(call(Function.ABS, INTEGER, lit(-3)), 3),
                arguments(call(Function.CEILING, DOUBLE, D), 3.0),
                arguments(call(Function.FLOOR, DOUBLE, lit(-2.5)), -3.0),
                arguments(call(Function.ROUND, DOUBLE, lit(2.345), lit(2)), 2.35),
                arguments(call(Function.ROUND, DECIMAL, lit(new BigDecimal("-2.5")), lit(0)), new BigDecimal("-3")),
                arguments(call(Function.ROUND, INTEGER, lit(155), lit(-1)), 160),
                arguments(call(Function.MOD, INTEGER, lit(-7), lit(3)), -1),
                arguments(call(Function.SIGN, INTEGER, lit(-2.5)), -1),
                arguments(call(Function.SQRT, DOUBLE, lit(9)), 3.0),
                arguments(call(Function.POWER, DOUBLE, lit(2), lit(10)), 1024.0),
                arguments(call(Function.EXTRACT_QUARTER, INTEGER, lit(LocalDate.of(2013, 7, 4))), 3),
                arguments(call(Function.EXTRACT_WEEK, INTEGER, lit(LocalDate.of(2013, 1, 1))), 1),
                arguments(call(Function.EXTRACT_SECOND, DOUBLE, lit(LocalTime.of(1, 2, 3, 500_000_000))), 3.5),
                arguments(
                        call(Function.EXTRACT_DATE, DATE, lit(LocalDateTime.of(2013, 7, 4, 5, 6))),
                        LocalDate.of(2013, 7, 4)),
                arguments(call(Function.CURRENT_INSTANT, dev.dormouse.store.type.BasicType.INSTANT), NOW),
                arguments(call(Function.ARRAY_SIZE, INTEGER, TAGS), 2),
                arguments(call(Function.ARRAY_CONTAINS, BOOLEAN, TAGS, lit("y")), true),
                arguments(call(Function.ARRAY_CONTAINS, BOOLEAN, TAGS, nothing(STRING)), null));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void calls(Expression expression, @Nullable Object expected) {
        assertThat(value(expression)).isEqualTo(expected);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                arguments(compute(lit(Integer.MAX_VALUE), "+", lit(1)), "DORM0651"),
                arguments(compute(lit(Long.MIN_VALUE), "/", lit(-1L)), "DORM0651"),
                arguments(new Expression.Negation(lit(Integer.MIN_VALUE)), "DORM0651"),
                arguments(compute(I, "/", lit(0)), "DORM0650"),
                arguments(compute(D, "/", lit(0.0)), "DORM0650"),
                arguments(compute(lit(BigDecimal.ONE), "/", lit(BigDecimal.ZERO)), "DORM0650"),
                arguments(call(Function.MOD, INTEGER, I, lit(0)), "DORM0650"),
                arguments(call(Function.SQRT, DOUBLE, lit(-1)), "DORM0652"),
                arguments(call(Function.LN, DOUBLE, lit(0)), "DORM0652"),
                arguments(call(Function.LOG10, DOUBLE, lit(0)), "DORM0652"),
                arguments(call(Function.ASIN, DOUBLE, lit(2)), "DORM0652"),
                arguments(call(Function.REPEAT, STRING, S, lit(99_999_999)), "DORM0652"),
                arguments(call(Function.LPAD, STRING, S, lit(99_999_999), lit("x")), "DORM0652"),
                arguments(call(Function.RPAD, STRING, S, lit(9), lit("xy")), "DORM0655"),
                arguments(call(Function.EXTRACT_HOUR, INTEGER, lit(LocalDate.of(2013, 7, 4))), "DORM0652"),
                arguments(cast(lit("abc"), INTEGER), "DORM0653"),
                arguments(cast(lit("2013-02-30"), DATE), "DORM0653"),
                arguments(cast(lit(1L << 40), INTEGER), "DORM0651"),
                arguments(cast(lit(Double.NaN), DECIMAL), "DORM0653"),
                arguments(call(Function.TRIM, STRING, S, lit("xy")), "DORM0655"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void refuses(Expression expression, String id) {
        assertThatThrownBy(() -> value(expression))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining(id);
    }

    @Test
    void aTextIsComparedWithAParameterOfEachRun() {
        Expression condition = compare(S, ">", param(0, ":s", STRING));
        assertThat(value(condition, "Ärge")).isEqualTo(true);
        assertThat(value(condition, "Ärger")).isEqualTo(false);
        assertThat(ExpressionCompiler.simple(condition).value(frame((Object) null)))
                .isNull();
    }

    @Test
    void anEmptySlotHasOnlyNulls() {
        Frame empty = new Frame(1, new Object[0], NOW);
        assertThat(ExpressionCompiler.simple(I).isNull(empty)).isTrue();
        assertThat(ExpressionCompiler.simple(compare(I, "=", lit(7))).test(empty))
                .isEqualTo(Truth.UNKNOWN);
        assertThat(ExpressionCompiler.simple(isNull(new Expression.SlotValue(T.slot())))
                        .test(empty))
                .isEqualTo(Truth.TRUE);
        assertThat(ExpressionCompiler.simple(B).test(empty)).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void aParameterWithSeveralValuesStandsForAll() {
        Expression in = in(I, param(0, ":ids", new ArrayType(INTEGER)));
        assertThat(value(in, List.of(5, 6, 7))).isEqualTo(true);
        assertThat(value(in, List.of())).isEqualTo(false);
        assertThat(value(in, Arrays.asList(1, null))).isNull();
    }

    @Test
    void aPatternMayChangeFromRowToRow() {
        Evaluator like = ExpressionCompiler.simple(like(lit("abc"), S, null));
        Frame frame = frame();
        assertThat(like.test(frame)).isEqualTo(Truth.FALSE);
        frame.set(0, Record.of(0, 0L, 0.0, "a%"));
        assertThat(like.test(frame)).isEqualTo(Truth.TRUE);
    }

    @Test
    void tenThousandTermsDoNotRecurse() {
        List<Expression> terms = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            terms.add(eq(L, lit((long) i)));
        }
        assertThat(value(new Expression.Or(terms))).isEqualTo(true);
        assertThat(value(not(new Expression.And(Collections.nCopies(10_000, B)))))
                .isEqualTo(false);
    }

    @Test
    void primitivePathsAgreeWithValues() {
        Frame frame = frame();
        Evaluator sum = ExpressionCompiler.simple(compute(cast(I, LONG), "*", L));
        assertThat(sum.isPrimitive()).isTrue();
        assertThat(sum.longValue(frame)).isEqualTo(sum.value(frame)).isEqualTo(70L);
        Evaluator ratio = ExpressionCompiler.simple(compute(cast(I, DOUBLE), "/", D));
        assertThat(ratio.isPrimitive()).isTrue();
        assertThat(ratio.doubleValue(frame)).isEqualTo(ratio.value(frame)).isEqualTo(2.8);
    }
}
