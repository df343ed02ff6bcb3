package dev.dormouse.lmdb.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.internal.memory.MemoryStoreProvider;
import dev.dormouse.settings.DormouseSettings;
import dev.dormouse.store.Change;
import dev.dormouse.store.ConstraintViolationException;
import dev.dormouse.store.Isolation;
import dev.dormouse.store.RowCursor;
import dev.dormouse.store.Store;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.TransactionOptions;
import dev.dormouse.store.evaluate.Counters;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.plan.Access;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Scan;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.BasicType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Four interleaved transactions do the same on LMDB and in memory, and must have the same outcome. */
class StateMachineTest {

    private static final int TRANSACTIONS = 4;
    private static final String LONG = "long".repeat(200);

    private enum Action {
        INSERT,
        PATCH,
        DELETE,
        GET,
        SCAN,
        RANGE,
        COMMIT,
        ROLLBACK
    }

    /** One step: which transaction does what with which record and text. */
    record Step(Action action, int transaction, long id, @Nullable String name, boolean reverse, Isolation isolation) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Action> actions = Arbitraries.frequency(
                net.jqwik.api.Tuple.of(6, Action.INSERT),
                net.jqwik.api.Tuple.of(4, Action.PATCH),
                net.jqwik.api.Tuple.of(2, Action.DELETE),
                net.jqwik.api.Tuple.of(2, Action.GET),
                net.jqwik.api.Tuple.of(2, Action.SCAN),
                net.jqwik.api.Tuple.of(3, Action.RANGE),
                net.jqwik.api.Tuple.of(5, Action.COMMIT),
                net.jqwik.api.Tuple.of(1, Action.ROLLBACK));
        Arbitrary<String> names = Arbitraries.of("a", "b", "", "ab", "\0", LONG + "1", LONG + "2", "é")
                .injectNull(0.1);
        return Combinators.combine(
                        actions,
                        Arbitraries.integers().between(0, TRANSACTIONS - 1),
                        Arbitraries.longs().between(0, 12),
                        names,
                        Arbitraries.of(true, false),
                        Arbitraries.of(Isolation.class))
                .as(Step::new)
                .list()
                .ofMinSize(20)
                .ofMaxSize(80);
    }

    @Property(tries = 120, edgeCases = EdgeCasesMode.NONE)
    void lmdb_does_what_memory_does(@ForAll("steps") List<Step> steps) throws IOException {
        Path folder = Files.createTempDirectory("machine");
        try (Store lmdb = Stores.open(
                        folder,
                        DormouseSettings.LMDB_DURABILITY,
                        "none",
                        DormouseSettings.LMDB_CODEC,
                        steps.size() % 2 == 0 ? "cbor" : "flatbuffers",
                        DormouseSettings.LMDB_VERIFY_CHECKSUMS,
                        "true");
                Store memory = new MemoryStoreProvider().open("memory:machine", Map.of())) {
            Machine one = new Machine(lmdb);
            Machine other = new Machine(memory);
            for (Step step : steps) {
                assertThat(one.run(step)).as("%s", step).isEqualTo(other.run(step));
            }
            assertThat(one.end()).isEqualTo(other.end());
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /** One store with its transactions; every step has an outcome that prints. */
    private static final class Machine {

        private final Store store;
        private final TableDefinition table;
        private final StoreTransaction[] transactions = new StoreTransaction[TRANSACTIONS];

        Machine(Store store) {
            this.store = store;
            this.table = Stores.item(store);
        }

        private StoreTransaction transaction(Step step) {
            StoreTransaction transaction = transactions[step.transaction];
            if (transaction == null || !transaction.isActive()) {
                transaction = store.begin(TransactionOptions.DEFAULT.withIsolation(step.isolation));
                transactions[step.transaction] = transaction;
            }
            return transaction;
        }

        Object run(Step step) {
            StoreTransaction transaction = transaction(step);
            try {
                return outcome(step, transaction);
            } catch (ConstraintViolationException e) {
                transaction.rollback();
                return e.kind() + " " + e.constraint();
            } catch (StoreException e) {
                transaction.rollback();
                return e.getClass().getSimpleName();
            }
        }

        private Object outcome(Step step, StoreTransaction transaction) {
            Key key = Key.of(step.id);
            switch (step.action) {
                case INSERT ->
                    transaction.apply(List.of(new Change.Insert(
                            table, Record.of(step.id, step.name, "code " + step.id % 5 + step.name, 0L))));
                case PATCH ->
                    transaction.apply(List.of(new Change.Patch(
                            table,
                            key,
                            List.of(new Change.FieldChange.Set(table.path("name"), step.name)),
                            step.reverse ? Change.Guard.Unchanged.INSTANCE : Change.Guard.Exists.INSTANCE)));
                case DELETE -> transaction.apply(List.of(new Change.Delete(table, key, Change.Guard.Exists.INSTANCE)));
                case GET -> {
                    RecordView view = transaction.get(table, key);
                    return view == null ? "none" : view.copy();
                }
                case SCAN -> {
                    return rows(transaction, new Access.Full(step.reverse));
                }
                case RANGE -> {
                    return rows(transaction, range(step));
                }
                case COMMIT -> transaction.commit();
                case ROLLBACK -> transaction.rollback();
            }
            return step.action;
        }

        private Access range(Step step) {
            IndexDefinition index = table.index("by_name").orElseThrow();
            Access.Bound bound = new Access.Bound(new Expression.Literal(BasicType.STRING, step.name), true, true);
            Access.Range range = step.id % 2 == 0
                    ? new Access.Range(List.of(bound), Optional.empty(), Optional.empty())
                    : new Access.Range(List.of(), Optional.of(bound), Optional.empty());
            return new Access.IndexRange(index, range, step.reverse);
        }

        private List<Record> rows(StoreTransaction transaction, Access access) {
            Frame frame = new Frame(1, new Object[0], Instant.EPOCH);
            Slot slot = new Slot(0, "i", table.type());
            List<Record> rows = new ArrayList<>();
            List<RecordView> views = new ArrayList<>();
            try (RowCursor cursor = store.prepare(new Scan(table, slot, access))
                    .orElseThrow()
                    .open(transaction, frame, new Counters())) {
                while (cursor.next()) {
                    views.add((RecordView) frame.slot(0));
                }
                views.forEach(view -> rows.add(view.copy()));
            }
            return rows;
        }

        Object end() {
            for (StoreTransaction transaction : transactions) {
                if (transaction != null) {
                    transaction.close();
                }
            }
            assertThat(store.check().problems()).isEmpty();
            try (StoreTransaction transaction = store.begin(TransactionOptions.DEFAULT)) {
                return rows(transaction, Access.Full.FORWARD);
            }
        }
    }
}
