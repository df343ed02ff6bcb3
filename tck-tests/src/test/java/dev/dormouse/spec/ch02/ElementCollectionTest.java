package dev.dormouse.spec.ch02;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.spec.SpecUnit;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OrderColumn;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Section 2.6, collections of embeddable classes and basic types, and section 2.7, map collections of them. */
final class ElementCollectionTest {

    @RegisterExtension
    final SpecUnit unit = SpecUnit.of(Person.class, Slot.class);

    @BeforeEach
    void onePerson() {
        Person person = new Person();
        person.id = 1;
        person.nicknames.addAll(List.of("Al", "Ally"));
        person.steps.addAll(List.of("c", "a", "b", "a"));
        person.bag.addAll(List.of(2, 1, 2));
        person.days.addAll(List.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
        person.scores.putAll(Map.of("math", 5, "art", 3));
        person.plan.put(DayOfWeek.SUNDAY, new Slot(9, "rest"));
        person.eager.add("now");
        unit.persist(person);
    }

    private void change(Consumer<Person> work) {
        unit.run(manager -> work.accept(manager.find(Person.class, 1)));
    }

    @Test
    void aSetOfBasics() {
        change(p -> assertThat(p.nicknames).containsExactlyInAnyOrder("Al", "Ally"));
        change(p -> {
            p.nicknames.remove("Al");
            p.nicknames.add("A.");
            p.nicknames.add("Ally");
        });
        change(p -> assertThat(p.nicknames).containsExactlyInAnyOrder("A.", "Ally"));
    }

    @Test
    void anOrderedListOfBasicsKeepsOrderAndDuplicates() {
        change(p -> assertThat(p.steps).containsExactly("c", "a", "b", "a"));
        change(p -> {
            p.steps.remove(1);
            p.steps.add(0, "z");
            p.steps.set(2, "y");
        });
        change(p -> assertThat(p.steps).containsExactly("z", "c", "y", "a"));
    }

    @Test
    void aCollectionOfBasicsKeepsDuplicates() {
        change(p -> assertThat(p.bag).containsExactlyInAnyOrder(1, 2, 2));
        change(p -> p.bag.remove(Integer.valueOf(2)));
        change(p -> assertThat(p.bag).containsExactlyInAnyOrder(1, 2));
    }

    @Test
    void aSetOfEnums() {
        change(p -> assertThat(p.days).containsExactlyInAnyOrder(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
        unit.run(manager -> assertThat(
                        manager.createQuery("SELECT p.id FROM Person p WHERE :day MEMBER OF p.days", Integer.class)
                                .setParameter("day", DayOfWeek.FRIDAY)
                                .getResultList())
                .containsExactly(1));
    }

    @Test
    void aMapOfBasics() {
        change(p -> assertThat(p.scores).containsOnly(Map.entry("math", 5), Map.entry("art", 3)));
        change(p -> {
            p.scores.put("math", 6);
            p.scores.remove("art");
            p.scores.put("pe", 1);
        });
        change(p -> assertThat(p.scores).containsOnly(Map.entry("math", 6), Map.entry("pe", 1)));
    }

    @Test
    void aMapFromEnumsToEmbeddables() {
        change(p -> assertThat(p.plan.get(DayOfWeek.SUNDAY).what).isEqualTo("rest"));
        change(p -> p.plan.get(DayOfWeek.SUNDAY).what = "sleep");
        change(p -> {
            assertThat(p.plan.get(DayOfWeek.SUNDAY).what).isEqualTo("sleep");
            assertThat(p.plan.get(DayOfWeek.SUNDAY).hour).isEqualTo(9);
        });
    }

    @Test
    void clearedCollectionsAreEmpty() {
        change(p -> {
            p.nicknames.clear();
            p.steps.clear();
            p.scores.clear();
        });
        change(p -> {
            assertThat(p.nicknames).isEmpty();
            assertThat(p.steps).isEmpty();
            assertThat(p.scores).isEmpty();
            assertThat(p.bag).hasSize(3);
        });
    }

    @Test
    void replacedCollectionsHaveTheNewElements() {
        change(p -> {
            p.nicknames = new HashSet<>(Set.of("new"));
            p.steps = new ArrayList<>(List.of("one", "two"));
            p.scores = new HashMap<>(Map.of("k", 0));
        });
        change(p -> {
            assertThat(p.nicknames).containsExactly("new");
            assertThat(p.steps).containsExactly("one", "two");
            assertThat(p.scores).containsOnly(Map.entry("k", 0));
        });
    }

    @Test
    void aNullCollectionIsEmpty() {
        change(p -> p.nicknames = null);

        unit.run(manager -> {
            assertThat(manager.createQuery("SELECT p.id FROM Person p WHERE p.nicknames IS EMPTY", Integer.class)
                            .getResultList())
                    .containsExactly(1);
            Set<String> found = manager.find(Person.class, 1).nicknames;
            assertThat(found == null || found.isEmpty()).isTrue();
        });
    }

    @Test
    void elementsGoWithTheirEntity() {
        unit.run(manager -> manager.remove(manager.find(Person.class, 1)));
        Person next = new Person();
        next.id = 1;
        unit.persist(next);

        change(p -> {
            assertThat(p.nicknames).isEmpty();
            assertThat(p.steps).isEmpty();
            assertThat(p.plan).isEmpty();
        });
    }

    @Test
    void anEagerCollectionIsLoadedWithItsEntity() {
        Person found = unit.call(manager -> manager.find(Person.class, 1));

        assertThat(unit.factory().getPersistenceUnitUtil().isLoaded(found, "eager"))
                .isTrue();
        assertThat(found.eager).containsExactly("now");
    }

    @Test
    void sizeContainsAndIterationSeeTheSameState() {
        change(p -> {
            p.nicknames.add("late");
            assertThat(p.nicknames).hasSize(3);
            assertThat(p.nicknames.contains("late")).isTrue();
            assertThat(p.nicknames.contains("Al")).isTrue();
            assertThat(p.nicknames.contains("nobody")).isFalse();
            assertThat(p.nicknames.stream()).containsExactlyInAnyOrder("Al", "Ally", "late");
        });
    }

    @Test
    void elementsAreJoinedInQueries() {
        unit.run(manager -> {
            assertThat(manager.createQuery(
                                    "SELECT s FROM Person p JOIN p.steps s WHERE INDEX(s) > 1 ORDER BY INDEX(s)",
                                    String.class)
                            .getResultList())
                    .containsExactly("b", "a");
            assertThat(manager.createQuery(
                                    "SELECT KEY(s), VALUE(s) FROM Person p JOIN p.scores s ORDER BY KEY(s)",
                                    Object[].class)
                            .getResultList())
                    .containsExactly(new Object[] {"art", 3}, new Object[] {"math", 5});
        });
    }

    @Embeddable
    public static class Slot {
        int hour;
        String what;

        public Slot() {}

        Slot(int hour, String what) {
            this.hour = hour;
            this.what = what;
        }
    }

    @Entity
    public static class Person {
        @Id
        int id;

        @ElementCollection
        Set<String> nicknames = new HashSet<>();

        @ElementCollection
        @OrderColumn
        List<String> steps = new ArrayList<>();

        @ElementCollection
        Collection<Integer> bag = new ArrayList<>();

        @ElementCollection
        @Enumerated(EnumType.STRING)
        Set<DayOfWeek> days = new HashSet<>();

        @ElementCollection
        Map<String, Integer> scores = new HashMap<>();

        @ElementCollection
        Map<DayOfWeek, Slot> plan = new EnumMap<>(DayOfWeek.class);

        @ElementCollection(fetch = FetchType.EAGER)
        List<String> eager = new ArrayList<>();
    }
}
