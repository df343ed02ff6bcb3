package dev.dormouse.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.store.Change;
import dev.dormouse.store.Change.FieldChange;
import dev.dormouse.store.Change.Guard;
import dev.dormouse.store.ConstraintViolationException;
import dev.dormouse.store.StaleRecordException;
import dev.dormouse.store.Store;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.TransactionOptions;
import dev.dormouse.store.catalog.SchemaChange;
import dev.dormouse.store.plan.Access;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.IndexPart;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.ValueOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.jspecify.annotations.Nullable;

/** Four interleaved transactions of random operations, held against a naive model after every step; the checker after every run. */
public abstract class RandomOperations {

    private static final int TRANSACTIONS = 4;
    private static final int STEPS = 120;
    private static final List<String> NAMES = List.of("a", "b", "c", "d".repeat(520), "d".repeat(520) + "e");
    private static final List<String> CITIES = List.of("Oslo", "Rome", "Bern");

    /** The store of all runs. */
    private record Opened(StoreFixture fixture, Store store, TableDefinition person, TableDefinition order) {}

    private @Nullable Opened opened;

    /** Makes a fixture with an empty store. */
    protected abstract StoreFixture newFixture();

    @BeforeProperty
    void open() {
        StoreFixture fixture = newFixture();
        Store store = fixture.open();
        store.change(List.of(new SchemaChange.CreateTable(Tables.PERSON), new SchemaChange.CreateTable(Tables.ORDER)));
        opened = new Opened(
                fixture,
                store,
                store.catalog().table("Person").orElseThrow(),
                store.catalog().table("PersonOrder").orElseThrow());
    }

    @AfterProperty
    void close() throws Exception {
        Opened open = Objects.requireNonNull(opened);
        open.store.close();
        open.fixture.close();
    }

    /** One run: a transaction and its model, side by side. */
    private static final class Run {
        private final Random random;
        private final Store store;
        private final TableDefinition person;
        private final TableDefinition order;
        private final NaiveModel model = new NaiveModel();
        private final StoreTransaction[] real;
        private final NaiveModel.Transaction[] modelled;

        Run(Opened opened, long seed) {
            random = new Random(seed);
            store = opened.store;
            person = opened.person;
            order = opened.order;
            // Where writes are exclusive, interleaved ones refuse each other at once; what remains is one after the
            // other.
            int transactions = store.features().exclusiveWrites() ? 1 : TRANSACTIONS;
            real = new StoreTransaction[transactions];
            modelled = new NaiveModel.Transaction[transactions];
            for (int i = 0; i < transactions; i++) {
                begin(i);
            }
        }

        private void begin(int i) {
            real[i] = store.begin(TransactionOptions.DEFAULT);
            modelled[i] = model.begin();
        }

        void step() {
            int i = random.nextInt(real.length);
            int kind = random.nextInt(20);
            if (kind < 11) {
                change(i);
            } else if (kind < 18) {
                compare(real[i], modelled[i].view());
            } else if (kind < 19) {
                end(i, real[i]::commit, modelled[i]::commit);
            } else {
                real[i].rollback();
                begin(i);
            }
        }

        private void end(int i, Runnable commit, Runnable modelCommit) {
            assertThat(isRefused(commit)).isEqualTo(isRefused(modelCommit));
            begin(i);
        }

        private void change(int i) {
            boolean ofPerson = random.nextInt(3) > 0;
            Key key = Key.of((long) random.nextInt(ofPerson ? 8 : 6));
            Change change = ofPerson ? personChange(key) : orderChange(key);
            NaiveModel.Transaction modelTransaction = modelled[i];
            Change copy = change instanceof Change.Insert insert
                    ? new Change.Insert(insert.table(), insert.record().copy())
                    : change;
            boolean refused = isRefused(() -> modelTransaction.apply(ofPerson, key, copy));
            assertThat(isRefused(() -> real[i].apply(List.of(change))))
                    .as("%s", change)
                    .isEqualTo(refused);
            if (refused) {
                real[i].rollback();
                begin(i);
            }
        }

        private Change personChange(Key key) {
            return switch (random.nextInt(10)) {
                case 0, 1, 2, 3 ->
                    new Change.Insert(
                            person, Record.of(key.part(0), name(), random.nextInt(3), address(), tags(), name()));
                case 4 -> new Change.Delete(person, key, Guard.Exists.INSTANCE);
                case 5 -> patch(key, new FieldChange.Append(person.path("tags"), List.of(city())));
                case 6 -> patch(key, new FieldChange.Remove(person.path("tags"), List.of(city(), city())));
                case 7 -> patch(key, new FieldChange.Set(person.path("name"), name()));
                case 8 ->
                    patch(
                            key,
                            new FieldChange.Set(person.path("address.city"), random.nextBoolean() ? city() : null),
                            new FieldChange.Set(person.path("note"), name()));
                default -> patch(key, new FieldChange.Set(person.path("address"), address()));
            };
        }

        private Change patch(Key key, FieldChange... changes) {
            return new Change.Patch(person, key, List.of(changes), Guard.Exists.INSTANCE);
        }

        private Change orderChange(Key key) {
            Object target = random.nextInt(4) == 0 ? null : (Object) (long) random.nextInt(8);
            return switch (random.nextInt(4)) {
                case 0, 1 -> new Change.Insert(order, Record.of(key.part(0), target, null));
                case 2 -> new Change.Delete(order, key, Guard.Exists.INSTANCE);
                default ->
                    new Change.Patch(
                            order,
                            key,
                            List.of(new FieldChange.Set(order.path("person"), target)),
                            Guard.Exists.INSTANCE);
            };
        }

        private @Nullable String name() {
            int choice = random.nextInt(NAMES.size() + 1);
            return choice == NAMES.size() ? null : NAMES.get(choice);
        }

        private String city() {
            return CITIES.get(random.nextInt(CITIES.size()));
        }

        private @Nullable Record address() {
            return random.nextInt(3) == 0 ? null : Record.of(city(), random.nextInt(3));
        }

        private @Nullable List<Object> tags() {
            int count = random.nextInt(4);
            List<Object> tags = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                tags.add(city());
            }
            return count == 3 ? null : tags;
        }

        private void compare(StoreTransaction transaction, NaiveModel.State expected) {
            long key = random.nextInt(8);
            var view = transaction.get(person, Key.of(key));
            assertThat(view == null ? null : view.copy())
                    .isEqualTo(expected.people().get(Key.of(key)));
            boolean reverse = random.nextBoolean();
            compareTable(transaction, person, expected.people().values(), reverse);
            compareTable(transaction, order, expected.orders().values(), reverse);
            IndexDefinition index =
                    person.indexes().get(random.nextInt(person.indexes().size()));
            compareIndex(transaction, index, new ArrayList<>(expected.people().values()), reverse);
        }

        private void compareTable(
                StoreTransaction transaction,
                TableDefinition table,
                java.util.Collection<Record> expected,
                boolean reverse) {
            List<Record> wanted = new ArrayList<>(expected);
            if (reverse) {
                Collections.reverse(wanted);
            }
            assertThat(new Scans(store, transaction, table, new Access.Full(reverse)).records())
                    .isEqualTo(wanted);
        }

        private void compareIndex(
                StoreTransaction transaction, IndexDefinition index, List<Record> people, boolean reverse) {
            IndexPart first = index.parts().get(0);
            BasicType type = basic(first);
            Object low = random.nextInt(3) == 0 ? null : pick(type);
            Object high = random.nextInt(3) == 0 ? null : pick(type);
            boolean inclusive = random.nextBoolean();
            Access.Bound lower = low == null ? null : new Access.Bound(Scans.literal(type, low), inclusive, false);
            Access.Bound upper = high == null ? null : new Access.Bound(Scans.literal(type, high), inclusive, false);
            List<Record> wanted = new ArrayList<>();
            for (Record record : people) {
                if (isInside(values(first, record), type, low, high, inclusive)) {
                    wanted.add(record);
                }
            }
            List<Record> found = new Scans(
                            store,
                            transaction,
                            person,
                            new Access.IndexRange(index, Scans.range(List.of(), lower, upper), reverse))
                    .records();
            if (first.path().isArray()) {
                assertThat(found).containsExactlyInAnyOrderElementsOf(wanted);
            } else {
                Comparator<Record> byIndex = inOrderOf(person, index);
                wanted.sort(reverse ? byIndex.reversed() : byIndex);
                assertThat(found).isEqualTo(wanted);
            }
        }

        private Object pick(BasicType type) {
            return type == BasicType.STRING
                    ? (random.nextBoolean() ? NAMES.get(random.nextInt(NAMES.size())) : city())
                    : (Object) random.nextInt(3);
        }
    }

    private static BasicType basic(IndexPart part) {
        return (BasicType)
                (part.path().type() instanceof ArrayType array
                        ? array.element()
                        : part.path().type());
    }

    private static List<?> values(IndexPart part, Record record) {
        Object value = record.get(part.path());
        if (value instanceof List<?> elements) {
            return elements.isEmpty() ? Collections.singletonList(null) : elements;
        }
        return Collections.singletonList(value);
    }

    private static boolean isInside(
            List<?> values, BasicType type, @Nullable Object low, @Nullable Object high, boolean inclusive) {
        return values.stream().anyMatch(value -> {
            if (value == null) {
                return low == null && high == null;
            }
            int below = low == null ? 1 : ValueOrder.compare(type, value, low);
            int above = high == null ? -1 : ValueOrder.compare(type, value, high);
            return (inclusive ? below >= 0 : below > 0) && (inclusive ? above <= 0 : above < 0);
        });
    }

    private static Comparator<Record> inOrderOf(TableDefinition person, IndexDefinition index) {
        return (a, b) -> {
            for (IndexPart part : index.parts()) {
                int order = ValueOrder.compare(basic(part), a.get(part.path()), b.get(part.path()));
                if (order != 0) {
                    return part.descending() ? -order : order;
                }
            }
            return person.keyOf(a).compareTo(person.keyOf(b));
        };
    }

    private static boolean isRefused(Runnable work) {
        try {
            work.run();
            return false;
        } catch (StaleRecordException | ConstraintViolationException | NaiveModel.RefusedException e) {
            return true;
        }
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void theStoreHoldsWhatTheModelHolds(@ForAll long seed) {
        Opened open = Objects.requireNonNull(opened);
        Store store = open.store;
        store.change(List.of(new SchemaChange.TruncateTable("PersonOrder"), new SchemaChange.TruncateTable("Person")));
        Run run = new Run(open, seed);
        try {
            for (int step = 0; step < STEPS; step++) {
                run.step();
            }
            for (int i = 0; i < run.real.length; i++) {
                run.end(i, run.real[i]::commit, run.modelled[i]::commit);
            }
        } finally {
            for (StoreTransaction transaction : run.real) {
                transaction.close();
            }
        }
        try (StoreTransaction last = store.begin(TransactionOptions.DEFAULT)) {
            run.compare(last, run.model.committed());
        }
        assertThat(store.check().problems()).isEmpty();
        assertThat(Objects.requireNonNull(store.check()).records())
                .isEqualTo(run.model.committed().people().size()
                        + run.model.committed().orders().size());
    }
}
