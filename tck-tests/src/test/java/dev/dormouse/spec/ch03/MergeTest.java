package dev.dormouse.spec.ch03;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.spec.SpecUnit;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OptimisticLockException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Section 3.3.7.1, merging detached entity state. */
final class MergeTest {

    @RegisterExtension
    final SpecUnit unit = SpecUnit.of(Item.class, Order.class, Line.class, Numbered.class, Note.class, Author.class);

    @Test
    void theStateOfADetachedEntityIsCopied() {
        unit.persist(new Item(1, "one"));
        Item detached = unit.call(manager -> manager.find(Item.class, 1));
        detached.name = "changed";
        unit.run(manager -> {
            Item managed = manager.merge(detached);
            assertThat(managed).isNotSameAs(detached);
            assertThat(manager.contains(managed)).isTrue();
            assertThat(manager.contains(detached)).isFalse();
            assertThat(managed.name).isEqualTo("changed");
        });
        unit.run(manager -> assertThat(manager.find(Item.class, 1).name).isEqualTo("changed"));
    }

    @Test
    void theStateIsCopiedOntoTheManagedInstance() {
        unit.persist(new Item(1, "one"));
        Item detached = unit.call(manager -> manager.find(Item.class, 1));
        detached.name = "changed";
        unit.run(manager -> {
            Item managed = manager.find(Item.class, 1);
            assertThat(manager.merge(detached)).isSameAs(managed);
            assertThat(managed.name).isEqualTo("changed");
        });
    }

    @Test
    void aNewEntityIsCopiedIntoAManagedOne() {
        Item fresh = new Item(1, "one");
        unit.run(manager -> {
            Item managed = manager.merge(fresh);
            assertThat(managed).isNotSameAs(fresh);
            assertThat(manager.contains(managed)).isTrue();
        });
        unit.run(manager -> assertThat(manager.find(Item.class, 1).name).isEqualTo("one"));
    }

    @Test
    void aNewEntityWithGeneratedIdIsStored() {
        Numbered fresh = new Numbered();
        fresh.text = "new";
        Long id = unit.call(manager -> {
            Numbered managed = manager.merge(fresh);
            manager.flush();
            return managed.id;
        });

        assertThat(fresh.id).isNull();
        unit.run(manager -> assertThat(manager.find(Numbered.class, id).text).isEqualTo("new"));
    }

    @Test
    void aManagedEntityIsReturned() {
        unit.persist(new Item(1, "one"));
        unit.run(manager -> {
            Item managed = manager.find(Item.class, 1);
            assertThat(manager.merge(managed)).isSameAs(managed);
        });
    }

    @Test
    void aRemovedEntityIsRefused() {
        unit.persist(new Item(1, "one"));
        unit.read(manager -> {
            Item found = manager.find(Item.class, 1);
            manager.remove(found);
            assertThatIllegalArgumentException().isThrownBy(() -> manager.merge(found));
        });
    }

    @Test
    void aStaleVersionIsFoundOut() {
        unit.persist(new Item(1, "one"));
        Item stale = unit.call(manager -> manager.find(Item.class, 1));
        unit.run(manager -> manager.find(Item.class, 1).name = "newer");
        stale.name = "lost";

        assertThatThrownBy(() -> unit.run(manager -> manager.merge(stale)))
                .satisfiesAnyOf(e -> assertThat(e).isInstanceOf(OptimisticLockException.class), e -> assertThat(e)
                        .hasCauseInstanceOf(OptimisticLockException.class));
        unit.run(manager -> assertThat(manager.find(Item.class, 1).name).isEqualTo("newer"));
    }

    @Test
    void mergeCascades() {
        Order order = new Order(1);
        order.lines.add(new Line(10, "ten"));
        unit.persist(order);
        Order detached = unit.call(manager -> {
            Order found = manager.find(Order.class, 1);
            found.lines.forEach(Line::getText);
            return found;
        });
        detached.lines.get(0).text = "changed";
        detached.lines.add(new Line(11, "eleven"));
        unit.run(manager -> {
            Order managed = manager.merge(detached);
            assertThat(managed.lines)
                    .hasSize(2)
                    .allMatch(manager::contains)
                    .doesNotContainAnyElementsOf(detached.lines);
        });
        unit.run(manager -> {
            assertThat(manager.find(Line.class, 10).text).isEqualTo("changed");
            assertThat(manager.find(Line.class, 11).text).isEqualTo("eleven");
            assertThat(manager.find(Order.class, 1).lines).hasSize(2);
        });
    }

    @Test
    void withoutCascadeTheReferenceIsTheManagedOneAndItsStateStays() {
        Line line = new Line(10, "ten");
        Order order = new Order(1);
        order.main = line;
        unit.persist(line, order);
        Order detached = unit.call(manager -> manager.find(Order.class, 1));
        detached.main.text = "not merged";
        unit.run(manager -> {
            Order managed = manager.merge(detached);
            assertThat(managed.main).isSameAs(manager.find(Line.class, 10));
            assertThat(managed.main.getText()).isEqualTo("ten");
        });
        unit.run(manager -> assertThat(manager.find(Line.class, 10).text).isEqualTo("ten"));
    }

    @Test
    void aReferenceIsReplacedAndCut() {
        Order order = new Order(1);
        order.main = new Line(10, "ten");
        unit.persist(order.main, new Line(11, "eleven"), order);
        Order detached = unit.call(manager -> manager.find(Order.class, 1));
        detached.main = unit.call(manager -> manager.find(Line.class, 11));
        unit.run(manager -> manager.merge(detached));
        unit.run(manager -> assertThat(manager.find(Order.class, 1).main.id).isEqualTo(11));

        Order again = unit.call(manager -> manager.find(Order.class, 1));
        again.main = null;
        unit.run(manager -> manager.merge(again));
        unit.run(manager -> assertThat(manager.find(Order.class, 1).main).isNull());
    }

    @Test
    void collectionsThatWereNotLoadedStay() {
        Order order = new Order(1);
        order.tags.addAll(Set.of("a", "b"));
        order.lines.add(new Line(10, "ten"));
        unit.persist(order);
        Order detached = unit.call(manager -> manager.find(Order.class, 1));
        detached.title = "t";
        unit.run(manager -> manager.merge(detached));

        unit.run(manager -> {
            assertThat(manager.find(Order.class, 1).title).isEqualTo("t");
            assertThat(manager.find(Order.class, 1).tags).containsExactlyInAnyOrder("a", "b");
            assertThat(manager.find(Order.class, 1).lines).hasSize(1);
        });
    }

    @Test
    void elementCollectionsAreCopied() {
        Order order = new Order(1);
        order.tags.addAll(Set.of("a", "b"));
        unit.persist(order);
        Order detached = unit.call(manager -> {
            Order found = manager.find(Order.class, 1);
            found.tags.iterator().next();
            return found;
        });
        detached.tags.remove("a");
        detached.tags.add("c");
        unit.run(manager -> manager.merge(detached));

        unit.run(manager -> assertThat(manager.find(Order.class, 1).tags).containsExactlyInAnyOrder("b", "c"));
    }

    @Test
    void mergeOutsideOfATransactionIsWrittenByTheNext() {
        unit.persist(new Item(1, "one"));
        Item detached = unit.call(manager -> manager.find(Item.class, 1));
        detached.name = "changed";
        EntityManager manager = unit.manager();
        manager.merge(detached);
        manager.getTransaction().begin();
        manager.getTransaction().commit();

        unit.run(reader -> assertThat(reader.find(Item.class, 1).name).isEqualTo("changed"));
    }

    @Test
    void orphansAreRemovedByMerge() {
        Order order = new Order(1);
        order.owned.add(new Line(20, "x"));
        order.owned.add(new Line(21, "y"));
        unit.persist(order);
        Order detached = unit.call(manager -> {
            Order found = manager.find(Order.class, 1);
            found.owned.forEach(Line::getText);
            return found;
        });
        detached.owned.removeIf(line -> line.id == 20);
        unit.run(manager -> manager.merge(detached));

        unit.run(manager -> {
            assertThat(manager.find(Line.class, 20)).isNull();
            assertThat(manager.find(Line.class, 21)).isNotNull();
        });
    }

    @Test
    void embeddablesInCollectionsAreCopied() {
        Order order = new Order(1);
        Line line = new Line(10, "line");
        order.notes.add(new Note("first", "Ada", line));
        order.notesByName.put(new Author("key"), new Note("second", "Bob", null));
        unit.persist(line, order);
        Order detached = unit.call(manager -> {
            Order found = manager.find(Order.class, 1);
            assertThat(found.notes).hasSize(1);
            assertThat(found.notesByName).hasSize(1);
            return found;
        });
        detached.notes.iterator().next().text = "changed";
        unit.run(manager -> {
            Order managed = manager.merge(detached);
            Note copy = managed.notes.iterator().next();
            assertThat(copy).isNotSameAs(detached.notes.iterator().next());
            assertThat(copy.author).isNotSameAs(detached.notes.iterator().next().author);
            assertThat(copy.author.name).isEqualTo("Ada");
            assertThat(copy.line).isSameAs(manager.find(Line.class, 10));
            assertThat(managed.notesByName.values().iterator().next())
                    .isNotSameAs(detached.notesByName.values().iterator().next());
            detached.notes.iterator().next().text = "too late";
            detached.notesByName.values().iterator().next().author.name = "too late";
        });
        unit.run(manager -> {
            Order found = manager.find(Order.class, 1);
            assertThat(found.notes.iterator().next().text).isEqualTo("changed");
            assertThat(found.notesByName.get(new Author("key")).author.name).isEqualTo("Bob");
        });
    }

    @Entity(name = "MergeOrder")
    public static class Order {
        @Id
        int id;

        String title;

        @ManyToOne
        Line main;

        @OneToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE})
        @JoinTable(name = "order_lines")
        List<Line> lines = new ArrayList<>();

        @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
        List<Line> owned = new ArrayList<>();

        @ElementCollection
        Set<String> tags = new HashSet<>();

        @ElementCollection
        List<Note> notes = new ArrayList<>();

        @ElementCollection
        @AttributeOverride(name = "key.name", column = @Column(name = "note_key"))
        Map<Author, Note> notesByName = new HashMap<>();

        public Order() {}

        Order(int id) {
            this.id = id;
        }
    }

    @Embeddable
    public static class Note {
        String text;

        @Embedded
        Author author;

        @ManyToOne
        Line line;

        public Note() {}

        Note(String text, String author, Line line) {
            this.text = text;
            this.author = new Author(author);
            this.line = line;
        }
    }

    @Embeddable
    public static class Author {
        String name;

        public Author() {}

        Author(String name) {
            this.name = name;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Author author && Objects.equals(name, author.name);
        }

        @Override
        public int hashCode() {
            return Objects.hashCode(name);
        }
    }

    @Entity
    public static class Line {
        @Id
        int id;

        String text;

        public Line() {}

        Line(int id, String text) {
            this.id = id;
            this.text = text;
        }

        public String getText() {
            return text;
        }
    }

    @Entity
    public static class Numbered {
        @Id
        @GeneratedValue
        Long id;

        String text;
    }
}
