package dev.dormouse.spec.ch03;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.spec.SpecUnit;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Section 3.3, the operations that are cascaded along relationships, one relationship a kind of cascade. */
final class CascadeTest {

    @RegisterExtension
    final SpecUnit unit = SpecUnit.of(Whole.class, Part.class);

    /** A relationship of {@link Whole} and the operations that it cascades. */
    enum Way {
        NONE(w -> w.none, (w, p) -> w.none = p),
        PERSIST(w -> w.persisted, (w, p) -> w.persisted = p),
        MERGE(w -> w.merged, (w, p) -> w.merged = p),
        REMOVE(w -> w.removed, (w, p) -> w.removed = p),
        REFRESH(w -> w.refreshed, (w, p) -> w.refreshed = p),
        DETACH(w -> w.detached, (w, p) -> w.detached = p),
        ALL(w -> w.all, (w, p) -> w.all = p),
        ALL_IN_A_COLLECTION(w -> w.many.get(0), (w, p) -> w.many.add(p)),
        ALL_IN_A_JOIN_TABLE(w -> w.shared.get(0), (w, p) -> w.shared.add(p));

        final Function<Whole, Part> getter;
        final BiConsumer<Whole, Part> setter;

        Way(Function<Whole, Part> getter, BiConsumer<Whole, Part> setter) {
            this.getter = getter;
            this.setter = setter;
        }

        boolean cascades(Way operation) {
            return this == operation || name().startsWith("ALL");
        }
    }

    private Whole whole(Way way) {
        Whole whole = new Whole();
        whole.id = 1;
        Part part = new Part();
        part.id = 2;
        part.text = "old";
        way.setter.accept(whole, part);
        return whole;
    }

    private Whole stored(Way way) {
        Whole whole = whole(way);
        unit.persist(way.getter.apply(whole), whole);
        return whole;
    }

    @ParameterizedTest
    @EnumSource
    void persist(Way way) {
        Whole whole = whole(way);
        EntityManager manager = unit.manager();
        manager.getTransaction().begin();
        manager.persist(whole);

        assertThat(manager.contains(way.getter.apply(whole))).isEqualTo(way.cascades(Way.PERSIST));
        if (way.cascades(Way.PERSIST)) {
            manager.getTransaction().commit();
            unit.run(reader -> assertThat(reader.find(Part.class, 2).text).isEqualTo("old"));
        } else {
            assertThatThrownBy(() -> manager.getTransaction().commit())
                    .isInstanceOf(RuntimeException.class)
                    .hasStackTraceContaining("Part");
            unit.run(reader -> assertThat(reader.find(Whole.class, 1)).isNull());
        }
    }

    @ParameterizedTest
    @EnumSource
    void persistAtFlush(Way way) {
        Whole empty = new Whole();
        empty.id = 1;
        unit.persist(empty);
        EntityManager manager = unit.manager();
        manager.getTransaction().begin();
        Part part = new Part();
        part.id = 2;
        way.setter.accept(manager.find(Whole.class, 1), part);

        if (way.cascades(Way.PERSIST)) {
            manager.flush();
            assertThat(manager.contains(part)).isTrue();
            manager.getTransaction().commit();
            unit.run(reader ->
                    assertThat(way.getter.apply(reader.find(Whole.class, 1)).id).isEqualTo(2));
        } else {
            assertThatThrownBy(manager::flush).isInstanceOf(IllegalStateException.class);
            assertThat(manager.getTransaction().getRollbackOnly()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void merge(Way way) {
        stored(way);
        Whole detached = unit.call(manager -> {
            Whole found = manager.find(Whole.class, 1);
            way.getter.apply(found).getText();
            return found;
        });
        way.getter.apply(detached).text = "new";
        unit.run(manager -> manager.merge(detached));

        String expected = way.cascades(Way.MERGE) ? "new" : "old";
        unit.run(manager -> assertThat(manager.find(Part.class, 2).text).isEqualTo(expected));
    }

    @ParameterizedTest
    @EnumSource
    void remove(Way way) {
        stored(way);
        unit.run(manager -> {
            Whole found = manager.find(Whole.class, 1);
            Part part = manager.find(Part.class, 2);
            manager.remove(found);
            assertThat(manager.contains(part)).isEqualTo(!way.cascades(Way.REMOVE));
        });

        unit.run(manager -> {
            assertThat(manager.find(Whole.class, 1)).isNull();
            assertThat(manager.find(Part.class, 2) == null).isEqualTo(way.cascades(Way.REMOVE));
        });
    }

    @ParameterizedTest
    @EnumSource
    void removeOfANewEntity(Way way) {
        Part stored = new Part();
        stored.id = 2;
        unit.persist(stored);
        unit.run(manager -> {
            Whole fresh = new Whole();
            way.setter.accept(fresh, manager.find(Part.class, 2));
            manager.remove(fresh);
        });

        unit.run(manager -> assertThat(manager.find(Part.class, 2) == null).isEqualTo(way.cascades(Way.REMOVE)));
    }

    @ParameterizedTest
    @EnumSource
    void refresh(Way way) {
        stored(way);
        unit.run(manager -> {
            Whole found = manager.find(Whole.class, 1);
            Part part = manager.find(Part.class, 2);
            assertThat(way.getter.apply(found)).isSameAs(part);
            part.setText("new");
            manager.refresh(found);
            assertThat(part.getText()).isEqualTo(way.cascades(Way.REFRESH) ? "old" : "new");
        });
    }

    @ParameterizedTest
    @EnumSource
    void detach(Way way) {
        stored(way);
        unit.run(manager -> {
            Whole found = manager.find(Whole.class, 1);
            Part part = manager.find(Part.class, 2);
            assertThat(way.getter.apply(found)).isSameAs(part);
            manager.detach(found);
            assertThat(manager.contains(part)).isEqualTo(!way.cascades(Way.DETACH));
            part.setText("new");
        });
        String expected = way.cascades(Way.DETACH) ? "old" : "new";
        unit.run(manager -> assertThat(manager.find(Part.class, 2).text).isEqualTo(expected));
    }

    @Test
    void cascadesFollowChainsAndCircles() {
        Whole whole = whole(Way.ALL);
        whole.all.back = whole;
        whole.all.next = new Part();
        whole.all.next.id = 3;
        whole.all.next.next = whole.all;
        unit.persist(whole);
        unit.run(manager -> assertThat(manager.find(Part.class, 2).next.next.id).isEqualTo(2));

        unit.run(manager -> manager.remove(manager.find(Whole.class, 1)));
        unit.run(manager -> {
            assertThat(manager.find(Part.class, 2)).isNull();
            assertThat(manager.find(Part.class, 3)).isNull();
        });
    }

    @Test
    void persistOfAManagedEntityCascades() {
        stored(Way.PERSIST);
        unit.run(manager -> {
            Whole found = manager.find(Whole.class, 1);
            Part fresh = new Part();
            fresh.id = 5;
            found.many.add(fresh);
            manager.persist(found);
            assertThat(manager.contains(fresh)).isTrue();
        });
    }

    @Entity
    public static class Whole {
        @Id
        int id;

        @OneToOne
        Part none;

        @OneToOne(cascade = CascadeType.PERSIST)
        Part persisted;

        @OneToOne(cascade = CascadeType.MERGE)
        Part merged;

        @ManyToOne(cascade = CascadeType.REMOVE)
        Part removed;

        @OneToOne(cascade = CascadeType.REFRESH)
        Part refreshed;

        @ManyToOne(cascade = CascadeType.DETACH)
        Part detached;

        @OneToOne(cascade = CascadeType.ALL)
        Part all;

        @OneToMany(cascade = CascadeType.ALL)
        List<Part> many = new ArrayList<>();

        @ManyToMany(cascade = CascadeType.ALL)
        @JoinTable(name = "shared_parts")
        List<Part> shared = new ArrayList<>();
    }

    @Entity
    public static class Part {
        @Id
        int id;

        String text;

        @ManyToOne
        Whole back;

        @OneToOne(cascade = CascadeType.ALL)
        Part next;

        public String getText() {
            return text;
        }

        public void setText(String text) {
            this.text = text;
        }
    }
}
