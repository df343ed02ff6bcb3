package dev.dormouse.mongodb.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.store.Change;
import dev.dormouse.store.RowCursor;
import dev.dormouse.store.Store;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.TransactionOptions;
import dev.dormouse.store.UndecidedException;
import dev.dormouse.store.catalog.SchemaChange;
import dev.dormouse.store.evaluate.Counters;
import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.evaluate.compile.ExpressionCompiler;
import dev.dormouse.store.plan.Aggregate;
import dev.dormouse.store.plan.ComparisonOperator;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Filter;
import dev.dormouse.store.plan.Limit;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.Scan;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.Field;
import dev.dormouse.store.type.RecordType;
import dev.dormouse.store.type.Truth;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Random conditions: what the server lets through, counts and cuts into pages is what the engine finds true. */
class PushedConditionsTest {

    private static final int RECORDS = 60;
    private static final int CONDITIONS = 400;
    private static final long SEED = 20_30;

    private static final List<BasicType> TYPES = List.of(
            BasicType.STRING,
            BasicType.INTEGER,
            BasicType.DOUBLE,
            BasicType.DECIMAL,
            BasicType.INSTANT,
            BasicType.DATE,
            BasicType.TIME,
            BasicType.BOOLEAN,
            BasicType.UUID,
            BasicType.BYTES);

    private final MongoFixture fixture = new MongoFixture();
    private final Store store = fixture.open();
    private final Random random = new Random(SEED);
    private final TableDefinition table = store.change(
                    List.of(new SchemaChange.CreateTable(TableDefinition.of("thing", type(), "id"))))
            .table("thing")
            .orElseThrow();
    private final Slot slot = new Slot(0, "t", table.type());
    private final List<Record> records = new ArrayList<>();

    private static RecordType type() {
        List<Field> fields = new ArrayList<>(List.of(new Field("id", BasicType.INTEGER, false)));
        for (BasicType type : TYPES) {
            fields.add(new Field(type + "1", type, true));
            fields.add(new Field(type + "2", type, true));
        }
        return new RecordType(fields);
    }

    @AfterEach
    void close() {
        store.close();
        fixture.close();
    }

    private void fill() {
        List<Change> changes = new ArrayList<>();
        for (int id = 0; id < RECORDS; id++) {
            List<@Nullable Object> values = new ArrayList<>(Arrays.asList((Object) id));
            for (BasicType type : TYPES) {
                values.add(random.nextInt(6) == 0 ? null : value(type));
                values.add(random.nextInt(6) == 0 ? null : value(type));
            }
            records.add(Record.of(values.toArray()));
            changes.add(new Change.Insert(table, Record.of(values.toArray())));
        }
        try (StoreTransaction transaction = store.begin(TransactionOptions.DEFAULT)) {
            transaction.apply(changes);
            transaction.commit();
        }
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Few values each, so that they meet; among them those that BSON holds in part, and what means something to the server. */
    private Object value(BasicType type) {
        Instant second = Instant.ofEpochSecond(5);
        return switch (type) {
            case STRING ->
                any(List.of("", "a", "ab", "a%", "a_b", ".*", "a\nb", "\\", "$ne", "ä\uD83D\uDE00", "AB", "a.b\n"));
            case INTEGER -> random.nextInt(5) - 2;
            case DOUBLE -> any(List.of(Double.NaN, -0.0, 0.0, 1.5, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
            case DECIMAL ->
                any(List.of(
                        new BigDecimal("1"),
                        new BigDecimal("1.0"),
                        new BigDecimal("1." + "0".repeat(40) + "1"),
                        new BigDecimal("-3")));
            case INSTANT -> any(List.of(second, second.plusNanos(1), second.plusMillis(1), second.minusNanos(1)));
            case DATE -> any(List.of(LocalDate.EPOCH, LocalDate.of(2013, 7, 4), LocalDate.MIN));
            case TIME -> any(List.of(LocalTime.MIDNIGHT, LocalTime.NOON, LocalTime.MAX));
            case BOOLEAN -> random.nextBoolean();
            case UUID -> new UUID(random.nextInt(2) - 1, random.nextInt(2));
            case BYTES -> any(List.of(new byte[0], new byte[] {1}, new byte[] {1, 2}, new byte[] {-1}));
            default -> throw new AssertionError(type);
        };
    }

    private Expression field(BasicType type) {
        return new Expression.FieldValue(slot, table.path(type.toString() + (1 + random.nextInt(2))));
    }

    private Expression known(BasicType type) {
        return new Expression.Literal(type, random.nextInt(10) == 0 ? null : value(type));
    }

    private Expression condition(int depth) {
        BasicType type = any(TYPES);
        return switch (random.nextInt(depth == 0 ? 6 : 9)) {
            case 0 -> new Expression.IsNull(field(type));
            case 1 -> new Expression.InList(field(type), List.of(known(type), known(type)));
            case 2 ->
                new Expression.Like(
                        field(BasicType.STRING),
                        text(),
                        random.nextBoolean() ? Optional.of(letter("\\")) : Optional.empty());
            case 3 -> new Expression.Comparison(any(List.of(ComparisonOperator.values())), field(type), field(type));
            case 4 -> new Expression.Comparison(any(List.of(ComparisonOperator.values())), known(type), field(type));
            case 5 -> new Expression.Comparison(any(List.of(ComparisonOperator.values())), field(type), known(type));
            case 6 -> new Expression.And(List.of(condition(depth - 1), condition(depth - 1)));
            case 7 -> new Expression.Or(List.of(condition(depth - 1), condition(depth - 1)));
            default -> new Expression.Not(condition(0));
        };
    }

    private Expression text() {
        return letter(any(List.of("a%", "_", "%b", "a_b", "%", "a\\%", ".*", "", "%\n%", "__", "A%", "a\\_b", "%.%")));
    }

    private static Expression letter(String text) {
        return new Expression.Literal(BasicType.STRING, text);
    }

    private List<Integer> whoseIsTrue(Expression condition) {
        Evaluator evaluator = ExpressionCompiler.simple(condition);
        List<Integer> ids = new ArrayList<>();
        for (Record record : records) {
            Frame frame = new Frame(2, new Object[0], Instant.EPOCH);
            frame.set(0, record);
            if (evaluator.test(frame) == Truth.TRUE) {
                ids.add((Integer) record.value(0));
            }
        }
        return ids;
    }

    private List<Integer> run(Plan plan, int resultSlot) {
        List<Integer> results = new ArrayList<>();
        Frame frame = new Frame(2, new Object[0], Instant.EPOCH);
        try (StoreTransaction transaction = store.begin(TransactionOptions.DEFAULT);
                RowCursor rows = store.prepare(plan).orElseThrow().open(transaction, frame, new Counters())) {
            while (rows.next()) {
                Object result = Objects.requireNonNull(frame.slot(resultSlot));
                results.add(
                        result instanceof RecordView record
                                ? record.getInt(table.path("id"))
                                : ((Number) result).intValue());
            }
        }
        return results;
    }

    @Test
    void theServerDecidesAsTheEngineDoes() {
        fill();
        int decided = 0;
        for (int i = 0; i < CONDITIONS; i++) {
            Expression condition = condition(2);
            List<Integer> expected = whoseIsTrue(condition);
            Plan filtered = new Filter(Scan.of(table, slot), condition);
            assertThat(run(filtered, 0)).as("found: %s", condition).isEqualTo(expected);
            List<Integer> counted = runIfDecided(counted(filtered), 1);
            decided += counted.size();
            assertThat(counted).as("counted: %s", condition).allMatch(count -> count == expected.size());
            assertThat(run(page(filtered), 0))
                    .as("page: %s", condition)
                    .isEqualTo(expected.stream().skip(1).limit(2).toList());
        }
        assertThat(decided).as("counted by the server").isGreaterThan(CONDITIONS / 4);
    }

    /** Returns nothing where the store leaves it to the engine. */
    private List<Integer> runIfDecided(Plan plan, int resultSlot) {
        try {
            return run(plan, resultSlot);
        } catch (UndecidedException e) {
            return List.of();
        }
    }

    private static Plan counted(Plan rows) {
        return new Aggregate(
                rows,
                List.of(),
                List.of(new Aggregate.Call(
                        new Slot(1, "n", BasicType.LONG), Aggregate.Function.COUNT, false, Expression.Literal.TRUE)));
    }

    private static Plan page(Plan rows) {
        return new Limit(
                rows,
                Optional.of(new Expression.Literal(BasicType.LONG, 1L)),
                Optional.of(new Expression.Literal(BasicType.LONG, 2L)));
    }
}
