package dev.dormouse.lmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.lmdb.People.Person;
import dev.dormouse.lmdb.row.CoveredRow;
import dev.dormouse.lmdb.row.Row;
import dev.dormouse.lmdb.schema.MapCompression;
import dev.dormouse.lmdb.schema.MapDescriptor;
import dev.dormouse.lmdb.schema.MapIndex;
import dev.dormouse.store.ConstraintViolationException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** A map with every kind of index does what a sorted map in memory does, through transactions, nested ones, other files and changes of its indexes. */
class MapMachineTest {

    private enum Action {
        PUT,
        PUT_IF_ABSENT,
        REPLACE,
        REMOVE,
        TRUNCATE,
        SELECT,
        SELECT_BY_CITY,
        NEST,
        COMMIT,
        ROLLBACK,
        REOPEN,
        COPY,
        INDEX,
        REBUILD
    }

    /** One step: what is done with which row; {@code other} says what else there is to choose. */
    record Step(Action action, long key, Person person, int other) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Action> actions = Arbitraries.frequency(
                Tuple.of(20, Action.PUT),
                Tuple.of(3, Action.PUT_IF_ABSENT),
                Tuple.of(4, Action.REPLACE),
                Tuple.of(8, Action.REMOVE),
                Tuple.of(1, Action.TRUNCATE),
                Tuple.of(6, Action.SELECT),
                Tuple.of(6, Action.SELECT_BY_CITY),
                Tuple.of(3, Action.NEST),
                Tuple.of(6, Action.COMMIT),
                Tuple.of(3, Action.ROLLBACK),
                Tuple.of(1, Action.REOPEN),
                Tuple.of(1, Action.COPY),
                Tuple.of(1, Action.INDEX),
                Tuple.of(1, Action.REBUILD));
        Arbitrary<Person> people = Combinators.combine(
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.integers().between(0, 20).injectNull(0.4),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of("a", "b", "c").list().ofMaxSize(4))
                .as((email, nick, city, tags) ->
                        new Person("e" + email, nick == null ? null : "n" + nick, "c" + city, tags));
        return Combinators.combine(
                        actions,
                        Arbitraries.longs().between(-3, 20),
                        people,
                        Arbitraries.integers().between(0, 23))
                .as(Step::new)
                .list()
                .ofMinSize(30)
                .ofMaxSize(120);
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void a_map_does_what_a_sorted_map_does(@ForAll("steps") List<Step> steps) {
        try (Machine machine = new Machine()) {
            steps.forEach(machine::run);
            machine.settle(true);
        }
    }

    /** An entry of an index. */
    private record Entry<I extends Comparable<I>>(I indexKey, long key) {}

    private static final class Machine implements AutoCloseable {

        private static final List<MapCompression> COMPRESSIONS = List.of(MapCompression.values());

        private final LmdbDatabase scratch = LmdbDatabase.builder()
                .temporary()
                .durability(MapDurability.NONE)
                .open();
        private final Deque<LmdbTransaction> transactions = new ArrayDeque<>();
        private final Deque<NavigableMap<Long, Person>> models = new ArrayDeque<>(List.of(new TreeMap<>()));
        private MapDescriptor<Long, Person> descriptor = People.PEOPLE;
        private Path folder = scratch.path().resolve("0");
        private LmdbDatabase database = open();
        private int copies;

        private LmdbDatabase open() {
            return LmdbDatabase.builder()
                    .path(folder)
                    .durability(MapDurability.NONE)
                    .open()
                    .open(descriptor);
        }

        private NavigableMap<Long, Person> model() {
            return models.element();
        }

        private TypedMap<Long, Person> map(Step step) {
            if (transactions.isEmpty()) {
                transactions.push(step.other % 2 == 0 ? database.beginWrite() : database.beginBuffered());
                models.push(new TreeMap<>(model()));
            }
            return transactions.element().map(descriptor);
        }

        private void run(Step step) {
            switch (step.action) {
                case PUT, PUT_IF_ABSENT, REPLACE -> write(step);
                case REMOVE -> assertThat(map(step).remove(step.key)).isEqualTo(model().remove(step.key) != null);
                case TRUNCATE -> {
                    assertThat(map(step).truncate()).isEqualTo(model().size());
                    model().clear();
                }
                case SELECT -> select(step);
                case SELECT_BY_CITY -> selectByCity(step);
                case NEST -> {
                    map(step);
                    transactions.push(transactions.element().nested());
                    models.push(new TreeMap<>(model()));
                }
                case COMMIT, ROLLBACK -> {
                    boolean commits = step.action == Action.COMMIT;
                    if (transactions.size() > 1 && step.other % 2 == 0) {
                        end(commits);
                    } else {
                        settle(commits);
                    }
                }
                case REOPEN, COPY -> elsewhere(step);
                case INDEX -> {
                    settle(false);
                    database.detach(descriptor, "by_tag");
                    database.attach(descriptor, People.TAG);
                    check();
                }
                case REBUILD -> {
                    settle(false);
                    database.rebuild(descriptor, People.CITY);
                    check();
                }
            }
        }

        private void write(Step step) {
            TypedMap<Long, Person> map = map(step);
            boolean there = model().containsKey(step.key);
            boolean writes = step.action == Action.PUT || there == (step.action == Action.REPLACE);
            Runnable work = () -> {
                switch (step.action) {
                    case PUT -> map.put(step.key, step.person);
                    case REPLACE ->
                        assertThat(map.replace(step.key, step.person)).isEqualTo(there);
                    default ->
                        assertThat(map.putIfAbsent(step.key, step.person)).isEqualTo(model().get(step.key));
                }
            };
            if (writes && isTaken(step)) {
                assertThatThrownBy(work::run).isInstanceOf(ConstraintViolationException.class);
                return;
            }
            work.run();
            if (writes) {
                model().put(step.key, step.person);
            }
        }

        private boolean isTaken(Step step) {
            return model().entrySet().stream()
                    .filter(each -> each.getKey() != step.key)
                    .map(Map.Entry::getValue)
                    .anyMatch(each -> each.email().equals(step.person.email())
                            || (each.nick() != null && Objects.equals(each.nick(), step.person.nick())));
        }

        private void select(Step step) {
            long to = step.key + step.other - 5;
            Selection<Long, Person> selection =
                    map(step).select().from(step.key).to(to);
            NavigableMap<Long, Person> expected =
                    step.key < to ? model().subMap(step.key, true, to, false) : new TreeMap<>();
            assertThat(map(step).count(step.key, to)).isEqualTo(expected.size());
            boolean reverse = step.other % 3 == 0;
            int limit = step.other % 7;
            assertThat((reverse ? selection.reverse() : selection).limit(limit).list())
                    .isEqualTo((reverse ? expected.descendingMap() : expected)
                            .entrySet().stream()
                                    .limit(limit)
                                    .map(each -> new Row<>(each.getKey(), each.getValue()))
                                    .toList());
        }

        private void selectByCity(Step step) {
            String from = step.person.city();
            String to = "c" + step.other % 5;
            List<CoveredRow<String, Long, String>> expected = new ArrayList<>();
            for (Entry<String> each : entries(person -> Stream.of(person.city()))) {
                if (each.indexKey.compareTo(from) >= 0 && each.indexKey.compareTo(to) < 0) {
                    Person person = Objects.requireNonNull(model().get(each.key));
                    expected.add(new CoveredRow<>(each.indexKey, each.key, person.email()));
                }
            }
            IndexSelection<String, Long, Person> selection =
                    map(step).by(People.CITY).select().from(from).to(to);
            if (step.other % 2 == 0) {
                Collections.reverse(expected);
                selection.reverse();
            }
            assertThat(selection.covered(People.CITY)).isEqualTo(expected);
        }

        /** Ends all transactions, the innermost first. */
        private void settle(boolean commits) {
            while (!transactions.isEmpty()) {
                end(commits);
            }
            check();
        }

        private void end(boolean commits) {
            NavigableMap<Long, Person> mine = models.pop();
            try (LmdbTransaction ended = transactions.pop()) {
                if (commits) {
                    ended.commit();
                    models.pop();
                    models.push(mine);
                }
            }
        }

        /** Goes on in the file that is left without what is not committed, or in a copy of the committed state. */
        private void elsewhere(Step step) {
            if (step.action == Action.COPY) {
                Path copy = scratch.path().resolve("copy " + ++copies);
                database.compact(copy);
                folder = copy;
            }
            settle(false);
            database.close();
            assertThat(LmdbDatabase.verify(folder, descriptor).problems()).isEmpty();
            descriptor = descriptor.compressed(COMPRESSIONS.get(step.other % COMPRESSIONS.size()));
            database = open();
            check();
        }

        private void check() {
            assertThat(database.verify().problems()).isEmpty();
            database.read(tx -> {
                TypedMap<Long, Person> map = tx.map(descriptor);
                assertThat(map.count()).isEqualTo(model().size());
                assertThat(map.select().rows())
                        .containsExactlyElementsOf(model().entrySet().stream()
                                .map(each -> new Row<>(each.getKey(), each.getValue()))
                                .toList());
                checkIndex(map, People.EMAIL, person -> Stream.of(person.email()));
                checkIndex(map, People.NICK, person -> Stream.ofNullable(person.nick()));
                checkIndex(map, People.TAG, person -> person.tags().stream().distinct());
                checkIndex(map, People.CITY, person -> Stream.of(person.city()));
                return null;
            });
        }

        private <I extends Comparable<I>> void checkIndex(
                TypedMap<Long, Person> map, MapIndex<Long, Person, I> index, Function<Person, Stream<I>> keys) {
            List<Entry<I>> expected = entries(keys);
            assertThat(map.by(index).count()).isEqualTo(expected.size());
            assertThat(map.by(index).select().rows())
                    .allSatisfy(row -> assertThat(row.value()).isEqualTo(model().get(row.key())))
                    .extracting(row -> new Entry<>(row.indexKey(), row.key()))
                    .isEqualTo(expected);
        }

        private <I extends Comparable<I>> List<Entry<I>> entries(Function<Person, Stream<I>> keys) {
            return model().entrySet().stream()
                    .flatMap(row -> keys.apply(row.getValue()).map(key -> new Entry<>(key, row.getKey())))
                    .sorted(Comparator.comparing((Entry<I> entry) -> entry.indexKey)
                            .thenComparing(Entry::key))
                    .toList();
        }

        @Override
        public void close() {
            transactions.forEach(LmdbTransaction::close);
            database.close();
            scratch.close();
        }
    }
}
