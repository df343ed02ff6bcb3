package dev.dormouse.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dormouse.store.Change;
import dev.dormouse.store.Isolation;
import dev.dormouse.store.PreparedPlan;
import dev.dormouse.store.RowCursor;
import dev.dormouse.store.StaleRecordException;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.evaluate.Counters;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.plan.Aggregate;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Scan;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.BasicType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a store tells of a table without a walk over it. */
abstract class StatisticsCases extends ContractCase {

    private static final int COUNT = 1;

    private TableDefinition table;

    @BeforeEach
    void create() {
        table = create(Tables.PERSON);
    }

    private void fill(int records) {
        List<Change> inserts = new ArrayList<>();
        for (long id = 0; id < records; id++) {
            inserts.add(insert(table, id * 7, "n" + id));
        }
        try (StoreTransaction transaction = begin()) {
            transaction.apply(inserts);
            transaction.commit();
        }
    }

    private PreparedPlan count() {
        Aggregate.Call rows = new Aggregate.Call(
                new Slot(COUNT, "n", BasicType.LONG), Aggregate.Function.COUNT, false, Expression.Literal.TRUE);
        Optional<PreparedPlan> taken =
                store.prepare(new Aggregate(Scan.of(table, Scans.slot(table)), List.of(), List.of(rows)));
        assumeTrue(taken.isPresent(), "this store leaves counts to the engine");
        return taken.orElseThrow();
    }

    private Object count(StoreTransaction transaction) {
        Frame frame = new Frame(2, new Object[0], Instant.EPOCH);
        try (RowCursor rows = count().open(transaction, frame, new Counters())) {
            assertThat(rows.next()).isTrue();
            Object count = frame.slot(COUNT);
            assertThat(rows.next()).isFalse();
            rows.rewind();
            assertThat(rows.next()).isTrue();
            assertThat(frame.slot(COUNT)).isEqualTo(count);
            return java.util.Objects.requireNonNull(count);
        }
    }

    @Test
    void aCountIsThatOfTheTransaction() {
        fill(10);
        try (StoreTransaction own = begin();
                StoreTransaction other = begin()) {
            own.apply(List.of(
                    insert(table, 1L, "one"),
                    insert(table, 2L, "two"),
                    set(table, 0L, "name", "changed"),
                    delete(table, 7L)));
            own.apply(List.of(delete(table, 2L), delete(table, 14L), insert(table, 7L, "again")));
            assertThat(count(own)).isEqualTo(10L);
            assertThat(count(other)).isEqualTo(10L);
            own.apply(List.of(delete(table, 21L)));
            assertThat(count(own)).isEqualTo(9L);
            commit(insert(table, 3L, "somebody else's"), delete(table, writesAreExclusive() ? 49L : 0L));
            assertThat(count(other)).isEqualTo(10L);
            commit(delete(table, 63L));
            assertThat(count(other)).isEqualTo(9L);
        }
        try (StoreTransaction later = begin()) {
            assertThat(count(later)).isEqualTo(9L);
        }
    }

    @Test
    void aCountIsReadOfTheWholeTable() {
        fill(3);
        assumeTrue(store.features().isolations().contains(Isolation.SERIALIZABLE), "this store has no such level");
        try (StoreTransaction transaction = begin(Isolation.SERIALIZABLE)) {
            transaction.apply(List.of(insert(table, 100L, String.valueOf(count(transaction)))));
            commit(insert(table, 101L, "phantom"));
            assertThatThrownBy(transaction::commit).isInstanceOf(StaleRecordException.class);
        }
    }

    @Test
    void aSampleHasRecordsFromAllOverTheTable() {
        assertThat(store.sample(table)).isEmpty();
        fill(2000);
        List<RecordView> sample = store.sample(table);
        assumeTrue(!sample.isEmpty(), "this store has no cheap way to a sample");
        List<Long> ids =
                sample.stream().map(view -> view.getLong(table.path("id"))).toList();
        assertThat(ids).hasSizeBetween(100, 500).doesNotHaveDuplicates().allMatch(id -> id % 7 == 0 && id < 14_000);
        for (int tenth = 0; tenth < 10; tenth++) {
            long from = tenth * 1400L;
            assertThat(ids).filteredOn(id -> id >= from && id < from + 1400).hasSizeGreaterThan(5);
        }
    }
}
