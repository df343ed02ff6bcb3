package dev.dormouse.mongodb.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.store.Change;
import dev.dormouse.store.PreparedPlan;
import dev.dormouse.store.RowCursor;
import dev.dormouse.store.Store;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.TransactionOptions;
import dev.dormouse.store.catalog.SchemaChange;
import dev.dormouse.store.evaluate.Counters;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.plan.ComparisonOperator;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Filter;
import dev.dormouse.store.plan.Limit;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.Scan;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.plan.Sort;
import dev.dormouse.store.plan.SortKey;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.Field;
import dev.dormouse.store.type.RecordType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which plans go to the server, and how much of them comes back. */
class PushedPlanTest {

    private final MongoFixture fixture = new MongoFixture();
    private final Store store = fixture.open();
    private final TableDefinition table = store.change(List.of(new SchemaChange.CreateTable(TableDefinition.of(
                    "measured",
                    new RecordType(List.of(
                            new Field("id", BasicType.LONG, false),
                            new Field("place", BasicType.STRING, true),
                            new Field("at", BasicType.INSTANT, true),
                            new Field("raw", BasicType.BYTES, true))),
                    "id"))))
            .table("measured")
            .orElseThrow();
    private final Slot slot = new Slot(0, "m", table.type());
    private final Counters counters = new Counters();

    @BeforeEach
    void fill() {
        List<Change> changes = new ArrayList<>();
        for (long id = 0; id < 20; id++) {
            changes.add(new Change.Insert(
                    table,
                    Record.of(id, id == 7 ? null : "p" + id % 3, Instant.ofEpochSecond(100, 1000 - id), new byte[] {
                        (byte) id
                    })));
        }
        try (StoreTransaction transaction = store.begin(TransactionOptions.DEFAULT)) {
            transaction.apply(changes);
            transaction.commit();
        }
    }

    @AfterEach
    void close() {
        store.close();
        fixture.close();
    }

    private Expression field(String name) {
        return new Expression.FieldValue(slot, table.path(name));
    }

    private Plan places(String place) {
        return new Filter(
                Scan.of(table, slot),
                new Expression.Comparison(
                        ComparisonOperator.EQUAL, field("place"), new Expression.Literal(BasicType.STRING, place)));
    }

    private Plan by(Plan input, String name, boolean descending) {
        return new Sort(input, List.of(SortKey.of(field(name), descending)));
    }

    private static Plan page(Plan input, long offset, long count) {
        return new Limit(
                input,
                Optional.of(new Expression.Literal(BasicType.LONG, offset)),
                Optional.of(new Expression.Literal(BasicType.LONG, count)));
    }

    private List<Long> ids(Plan plan) {
        PreparedPlan prepared = store.prepare(plan).orElseThrow();
        List<Long> ids = new ArrayList<>();
        Frame frame = new Frame(1, new Object[0], Instant.EPOCH);
        try (StoreTransaction transaction = store.begin(TransactionOptions.DEFAULT);
                RowCursor rows = prepared.open(transaction, frame, counters)) {
            while (rows.next()) {
                ids.add(((RecordView) Objects.requireNonNull(frame.slot(0))).getLong(table.path("id")));
            }
        }
        return ids;
    }

    @Test
    void onlyThePageOfAnOrderArrives() {
        assertThat(ids(page(by(places("p1"), "at", false), 1, 3))).containsExactly(16L, 13L, 10L);
        assertThat(counters.entriesVisited()).isEqualTo(3);
        assertThat(store.prepare(page(by(places("p1"), "at", false), 1, 3))
                        .orElseThrow()
                        .describe())
                .isEqualTo("all records of measured, filtered by the server, sorted by the server, page of the server");
    }

    @Test
    void whatIsEqualStaysInItsOrderAndNullsAreLowest() {
        assertThat(ids(page(by(Scan.of(table, slot), "place", false), 0, 3))).containsExactly(7L, 0L, 3L);
        assertThat(ids(page(by(Scan.of(table, slot), "place", true), 0, 2))).containsExactly(2L, 5L);
    }

    @Test
    void aPageIsCountedHereWhereTheServerIsNotSure() {
        Expression late = new Expression.Comparison(
                ComparisonOperator.GREATER,
                field("at"),
                new Expression.Literal(BasicType.INSTANT, Instant.ofEpochSecond(100, 990)));
        assertThat(ids(page(new Filter(Scan.of(table, slot), late), 2, 5))).containsExactly(2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void whatTheServerOrdersOtherwiseIsLeftToTheEngine() {
        assertThat(store.prepare(by(Scan.of(table, slot), "raw", false))).isEmpty();
        Plan nullsLast = new Sort(Scan.of(table, slot), List.of(new SortKey(field("place"), false, false)));
        assertThat(store.prepare(nullsLast)).isEmpty();
        assertThat(store.prepare(page(nullsLast, 0, 1))).isEmpty();
    }
}
