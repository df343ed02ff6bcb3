package dev.dormouse.internal.enhance.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.store.type.Truth;
import jakarta.persistence.PersistenceException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PersistentCollectionTest {

    private record Role(boolean holdsEntities, boolean isOrdered, boolean mayQueueAdditions) implements CollectionRole {
        @Override
        public String description() {
            return "Order.items";
        }
    }

    private static final Role VALUES = new Role(false, false, true);
    private static final Role ENTITIES = new Role(true, false, true);

    /** Answers from a fixed content and counts what it was asked. */
    private static final class Stored implements CollectionLoader {
        private final Collection<?> content;
        private final boolean knows;
        private int loads;

        Stored(boolean knows, Collection<?> content) {
            this.content = content;
            this.knows = knows;
        }

        @Override
        public Collection<?> load(CollectionState collection) {
            loads++;
            return content;
        }

        @Override
        public int count(CollectionState collection) {
            return knows ? content.size() : -1;
        }

        @Override
        public Truth isEmpty(CollectionState collection) {
            return knows ? Truth.of(content.isEmpty()) : Truth.UNKNOWN;
        }

        @Override
        public Truth contains(CollectionState collection, @Nullable Object element) {
            return knows ? Truth.of(content.contains(element)) : Truth.UNKNOWN;
        }

        @Override
        public Truth containsKey(CollectionState collection, @Nullable Object key) {
            return knows
                    ? Truth.of(content.stream()
                            .anyMatch(e -> ((Map.Entry<?, ?>) e).getKey().equals(key)))
                    : Truth.UNKNOWN;
        }

        @Override
        public @Nullable Collection<?> valueOf(CollectionState collection, @Nullable Object key) {
            return knows
                    ? content.stream()
                            .map(e -> (Map.Entry<?, ?>) e)
                            .filter(e -> e.getKey().equals(key))
                            .map(Map.Entry::getValue)
                            .toList()
                    : null;
        }

        @Override
        public @Nullable List<?> elements(CollectionState collection, int from, int count) {
            return knows ? content.stream().skip(from).limit(count).toList() : null;
        }

        @Override
        public CollectionState.@Nullable Page pageWith(CollectionState collection, int index) {
            return knows
                    ? new CollectionState.Page(
                            index, content.stream().skip(index).limit(2).toList(), 0)
                    : null;
        }
    }

    private static PersistentList<String> list(CollectionRole role, Stored stored) {
        return PersistentList.unloaded(role, "owner", stored);
    }

    @Test
    void aListAnswersWithoutLoadingWhatTheLoaderKnows() {
        Stored stored = new Stored(true, List.of("a", "b"));
        List<String> list = list(VALUES, stored);
        assertThat(list.size()).isEqualTo(2);
        assertThat(list.isEmpty()).isFalse();
        assertThat(list.contains("b")).isTrue();
        assertThat(list.contains("x")).isFalse();
        assertThat(list.add("c")).isTrue();
        assertThat(list.size()).isEqualTo(3);
        assertThat(list.contains("c")).isTrue();
        assertThat(stored.loads).isZero();
        assertThat(list).containsExactly("a", "b", "c");
        assertThat(stored.loads).isEqualTo(1);
    }

    @Test
    void aListLoadsWhatTheLoaderDoesNotKnow() {
        Stored stored = new Stored(false, List.of("a"));
        List<String> list = list(new Role(false, true, false), stored);
        assertThat(list.size()).isEqualTo(1);
        assertThat(list.contains("a")).isTrue();
        list.add("b");
        assertThat(list).containsExactly("a", "b");
        assertThat(stored.loads).isEqualTo(1);
    }

    @Test
    void whatWasQueuedIsAddedAndStaysSoAfterLoading() {
        PersistentList<String> list = list(VALUES, new Stored(true, List.of("a")));
        list.add("b");
        CollectionState state = list.dormouseState();
        assertThat(state.isDirty()).isTrue();
        assertThat(state.isLoaded()).isFalse();
        assertThat(state.added()).containsExactly("b");
        assertThat(list.get(1)).isEqualTo("b");
        assertThat(state.added()).containsExactly("b");
        assertThat(state.removed()).isEmpty();
        state.flushed();
        assertThat(state.isDirty()).isFalse();
        assertThat(state.added()).isEmpty();
    }

    @Test
    void afterAFlushTheQueueIsStored() {
        PersistentList<String> list = list(VALUES, new Stored(true, List.of("a", "b")));
        list.add("b");
        list.dormouseState().flushed();
        assertThat(list.size()).isEqualTo(2);
        assertThat(list.dormouseState().isDirty()).isFalse();
    }

    @Test
    void everyWayToChangeAListIsSeen() {
        List<java.util.function.Consumer<List<String>>> changes = List.of(
                l -> l.add(0, "x"),
                l -> l.set(1, "x"),
                l -> l.remove(0),
                l -> l.remove("a"),
                List::clear,
                l -> l.removeIf("a"::equals),
                l -> l.replaceAll(s -> s + "!"),
                l -> l.sort(java.util.Comparator.reverseOrder()),
                l -> l.subList(0, 1).clear(),
                l -> l.retainAll(List.of("b")),
                l -> l.addAll(List.of("y", "z")),
                l -> {
                    var i = l.listIterator();
                    i.next();
                    i.remove();
                    i.add("n");
                    i.next();
                    i.set("s");
                });
        for (int i = 0; i < changes.size(); i++) {
            PersistentList<String> list = list(new Role(false, true, false), new Stored(true, List.of("a", "b", "c")));
            List<String> plain = new ArrayList<>(List.of("a", "b", "c"));
            changes.get(i).accept(list);
            changes.get(i).accept(plain);
            assertThat(list).as("change %d", i).isEqualTo(plain);
            assertThat(list.dormouseState().isDirty()).as("change %d", i).isTrue();
        }
    }

    @Test
    void readingIsNoChange() {
        PersistentList<String> list = list(VALUES, new Stored(true, List.of("a", "b")));
        assertThat(list.indexOf("b")).isEqualTo(1);
        for (Iterator<String> i = list.iterator(); i.hasNext(); ) {
            assertThat(i.next()).isNotNull();
        }
        assertThat(list.remove("absent")).isFalse();
        assertThat(list.dormouseState().isDirty()).isFalse();
    }

    @Test
    void differencesCountMultiplicity() {
        PersistentList<String> list = list(VALUES, new Stored(true, List.of("a", "a", "b")));
        list.remove("a");
        list.add("c");
        list.add("c");
        assertThat(list.dormouseState().removed()).containsExactly("a");
        assertThat(list.dormouseState().added()).containsExactly("c", "c");
    }

    @Test
    @SuppressWarnings("StringOperationCanBeSimplified")
    void entitiesAreToldApartByIdentity() {
        String one = new String("e");
        String other = new String("e");
        PersistentList<String> list = list(ENTITIES, new Stored(true, List.of(one)));
        list.set(0, other);
        assertThat(list.dormouseState().removed()).hasSize(1);
        assertThat(list.dormouseState().removed().get(0)).isSameAs(one);
        assertThat(list.dormouseState().added().get(0)).isSameAs(other);
    }

    @Test
    void aNewCollectionIsAllAdded() {
        PersistentSet<String> set = PersistentSet.ofNew(VALUES, "owner", Set.of("a"));
        assertThat(set.dormouseState().added()).containsExactly("a");
        assertThat(set.dormouseState().removed()).isEmpty();
        assertThat(set.dormouseState().owner()).isEqualTo("owner");
    }

    @Test
    void aSetAsksTheLoaderBeforeItQueues() {
        Stored stored = new Stored(true, List.of("a"));
        PersistentSet<String> set = PersistentSet.unloaded(VALUES, "owner", stored);
        assertThat(set.add("a")).isFalse();
        assertThat(set.dormouseState().isDirty()).isFalse();
        assertThat(set.add("b")).isTrue();
        assertThat(set.add("b")).isFalse();
        assertThat(set.size()).isEqualTo(2);
        assertThat(stored.loads).isZero();
        assertThat(set).containsExactly("a", "b");
    }

    @Test
    void aSetTracksItsIterator() {
        PersistentSet<String> set = PersistentSet.unloaded(VALUES, "owner", new Stored(true, List.of("a", "b")));
        set.removeIf("a"::equals);
        assertThat(set.dormouseState().removed()).containsExactly("a");
        assertThat(set.remove("absent")).isFalse();
        set.clear();
        assertThat(set.dormouseState().removed()).containsExactlyInAnyOrder("a", "b");
    }

    private static PersistentMap<String, Integer> map(Stored stored) {
        return PersistentMap.unloaded(VALUES, "owner", stored);
    }

    @Test
    void aMapAnswersWithoutLoading() {
        Stored stored = new Stored(true, List.of(Map.entry("a", 1)));
        PersistentMap<String, Integer> map = map(stored);
        assertThat(map.size()).isEqualTo(1);
        assertThat(map.containsKey("a")).isTrue();
        assertThat(map.containsKey("b")).isFalse();
        assertThat(map.get("a")).isEqualTo(1);
        assertThat(map.get("b")).isNull();
        assertThat(stored.loads).isZero();
        assertThat(map).containsOnly(Map.entry("a", 1));
        assertThat(stored.loads).isEqualTo(1);
    }

    @Test
    void aPartOfAListIsReadWithoutLoading() {
        Stored stored = new Stored(true, List.of("a", "b", "c", "d"));
        List<String> list = list(VALUES, stored);
        List<String> part = list.subList(1, 3);
        assertThat(part).containsExactly("b", "c");
        assertThat(list.get(3)).isEqualTo("d");
        assertThatThrownBy(() -> list.get(4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> list.subList(3, 5)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(stored.loads).isZero();
        part.set(0, "x");
        part.remove("c");
        assertThat(part).containsExactly("x");
        assertThat(list).containsExactly("a", "x", "d");
        assertThat(stored.loads).isEqualTo(1);
    }

    @Test
    void aPartOfAListThatChangedMeanwhileIsNoViewOfIt() {
        List<String> list = list(VALUES, new Stored(true, List.of("a", "b", "c")));
        List<String> part = list.subList(0, 2);
        list.remove("a");
        assertThatThrownBy(() -> part.get(0)).isInstanceOf(ConcurrentModificationException.class);
    }

    @Test
    void everyWayToChangeAMapIsSeen() {
        List<java.util.function.Consumer<Map<String, Integer>>> changes = List.of(
                m -> m.put("x", 9),
                m -> m.put("a", 9),
                m -> m.remove("a"),
                Map::clear,
                m -> m.keySet().remove("a"),
                m -> m.values().removeIf(v -> v == 1),
                m -> m.entrySet().iterator().next().setValue(5),
                m -> m.merge("a", 5, Integer::sum),
                m -> m.replaceAll((k, v) -> v + 1));
        for (int i = 0; i < changes.size(); i++) {
            PersistentMap<String, Integer> map = map(new Stored(true, List.of(Map.entry("a", 1), Map.entry("b", 2))));
            Map<String, Integer> plain = new LinkedHashMap<>(Map.of("a", 1, "b", 2));
            if (i == 6) {
                plain = new LinkedHashMap<>();
                plain.put("a", 1);
                plain.put("b", 2);
            }
            changes.get(i).accept(map);
            changes.get(i).accept(plain);
            assertThat(map).as("change %d", i).isEqualTo(plain);
            assertThat(map.dormouseState().isDirty()).as("change %d", i).isTrue();
            assertThat(map.dormouseState().removed().size()
                            + map.dormouseState().added().size())
                    .as("change %d", i)
                    .isPositive();
        }
    }

    @Test
    void puttingTheSameIsNoChange() {
        PersistentMap<String, Integer> map = map(new Stored(true, List.of(Map.entry("a", 1))));
        assertThat(map.put("a", 1)).isEqualTo(1);
        assertThat(map.dormouseState().isDirty()).isFalse();
    }

    @Test
    void aDetachedCollectionKeepsWhatItHasAndFailsClearlyForTheRest() {
        PersistentList<String> loaded = list(VALUES, new Stored(true, List.of("a")));
        assertThat(loaded).hasSize(1).contains("a");
        assertThat(loaded.get(0)).isEqualTo("a");
        loaded.dormouseState().detach();
        assertThat(loaded).containsExactly("a");
        assertThat(loaded.add("b")).isTrue();
        PersistentList<String> unloaded = list(VALUES, new Stored(true, List.of("a")));
        unloaded.dormouseState().detach();
        assertThatThrownBy(unloaded::size)
                .isInstanceOf(PersistenceException.class)
                .hasMessageContaining("DORM0204")
                .hasMessageContaining("Order.items");
        assertThatThrownBy(() -> unloaded.add("x")).isInstanceOf(PersistenceException.class);
        assertThatThrownBy(() -> unloaded.contains("x")).isInstanceOf(PersistenceException.class);
        assertThatThrownBy(unloaded::iterator).isInstanceOf(PersistenceException.class);
    }

    @Test
    void loadedCollectionsTravelAsThoseOfTheJdk() throws IOException, ClassNotFoundException {
        Stored stored = new Stored(true, List.of("a"));
        assertThat(roundTrip(list(VALUES, stored))).isExactlyInstanceOf(ArrayList.class);
        assertThat(roundTrip(PersistentSet.unloaded(VALUES, "owner", stored)))
                .isExactlyInstanceOf(LinkedHashSet.class)
                .isEqualTo(Set.of("a"));
        assertThat(roundTrip(map(new Stored(true, List.of(Map.entry("a", 1))))))
                .isExactlyInstanceOf(LinkedHashMap.class)
                .isEqualTo(Map.of("a", 1));
    }

    @Test
    void anUnloadedCollectionTravelsUnloaded() throws IOException, ClassNotFoundException {
        PersistentMap<String, Integer> map = map(new Stored(true, List.of()));
        map.dormouseState().detach();
        Object copy = roundTrip(map);
        assertThat(copy).isInstanceOf(PersistentMap.class);
        assertThat(((PersistentCollection) copy).dormouseState().isLoaded()).isFalse();
        assertThatThrownBy(() -> ((Map<?, ?>) copy).get("a")).hasMessageContaining("Order.items");
    }

    private static Object roundTrip(Object value) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }
}
