package dev.dormouse.spec.ch02;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.spec.SpecUnit;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sections 2.9 and 2.10, entity relationships with their default mappings. */
final class RelationshipTest {

    @RegisterExtension
    final SpecUnit unit = SpecUnit.of(A.class, B.class);

    private A a(int id) {
        A a = new A();
        a.id = id;
        return a;
    }

    private B b(int id) {
        B b = new B();
        b.id = id;
        return b;
    }

    private A found(EntityManager manager, int id) {
        return manager.find(A.class, id);
    }

    @Test
    void bidirectionalOneToOne() {
        A a = a(1);
        B b = b(2);
        a.one = b;
        unit.persist(b, a);

        unit.run(manager -> {
            assertThat(found(manager, 1).one).isSameAs(manager.find(B.class, 2));
            assertThat(manager.find(B.class, 2).oneInverse).isSameAs(found(manager, 1));
        });
    }

    @Test
    void theInverseOfAnAbsentOneToOneIsNull() {
        unit.persist(a(1), b(2));

        unit.run(manager -> {
            assertThat(found(manager, 1).one).isNull();
            assertThat(manager.find(B.class, 2).oneInverse).isNull();
        });
    }

    @Test
    void bidirectionalManyToOne() {
        B b = b(2);
        A first = a(1);
        first.parent = b;
        A second = a(3);
        second.parent = b;
        unit.persist(b, first, second, a(4));

        unit.run(manager -> {
            assertThat(manager.find(B.class, 2).children)
                    .containsExactlyInAnyOrder(found(manager, 1), found(manager, 3));
            assertThat(found(manager, 4).parent).isNull();
        });
    }

    @Test
    void theOwningSideAloneIsWritten() {
        B b = b(2);
        A a = a(1);
        b.children.add(a);
        unit.persist(a, b);

        unit.run(manager -> {
            assertThat(found(manager, 1).parent).isNull();
            assertThat(manager.find(B.class, 2).children).isEmpty();
        });
    }

    @Test
    void unidirectionalOneToOne() {
        A a = a(1);
        a.uniOne = b(2);
        unit.persist(a.uniOne, a);

        unit.run(manager -> assertThat(found(manager, 1).uniOne).isSameAs(manager.find(B.class, 2)));
    }

    @Test
    void unidirectionalManyToOneIsMovedAndCut() {
        A a = a(1);
        a.uniParent = b(2);
        unit.persist(a.uniParent, b(3), a);

        unit.run(manager -> found(manager, 1).uniParent = manager.find(B.class, 3));
        unit.run(manager -> assertThat(found(manager, 1).uniParent.id).isEqualTo(3));
        unit.run(manager -> found(manager, 1).uniParent = null);
        unit.run(manager -> assertThat(found(manager, 1).uniParent).isNull());
    }

    @Test
    void unidirectionalOneToManyByJoinTable() {
        A a = a(1);
        a.uniMany.addAll(Set.of(b(2), b(3)));
        unit.run(manager -> {
            a.uniMany.forEach(manager::persist);
            manager.persist(a);
        });

        unit.run(manager -> assertThat(ids(found(manager, 1).uniMany)).containsExactlyInAnyOrder(2, 3));
        unit.run(manager -> {
            manager.persist(b(4));
            found(manager, 1).uniMany.removeIf(b -> b.id == 2);
            found(manager, 1).uniMany.add(manager.find(B.class, 4));
        });
        unit.run(manager -> {
            assertThat(ids(found(manager, 1).uniMany)).containsExactlyInAnyOrder(3, 4);
            assertThat(manager.find(B.class, 2)).isNotNull();
        });
    }

    @Test
    void unidirectionalOneToManyByForeignKey() {
        A a = a(1);
        a.byColumn.add(b(2));
        unit.persist(a.byColumn.get(0), b(3), a);

        unit.run(manager -> assertThat(ids(found(manager, 1).byColumn)).containsExactly(2));
        unit.run(manager -> {
            found(manager, 1).byColumn.clear();
            found(manager, 1).byColumn.add(manager.find(B.class, 3));
        });
        unit.run(manager -> assertThat(ids(found(manager, 1).byColumn)).containsExactly(3));
    }

    @Test
    void bidirectionalManyToMany() {
        A first = a(1);
        A second = a(2);
        B b = b(3);
        B c = b(4);
        first.friends.addAll(List.of(b, c));
        second.friends.add(b);
        unit.persist(b, c, first, second);

        unit.run(manager -> {
            assertThat(ids(found(manager, 1).friends)).containsExactlyInAnyOrder(3, 4);
            assertThat(manager.find(B.class, 3).friendsInverse)
                    .containsExactlyInAnyOrder(found(manager, 1), found(manager, 2));
            assertThat(manager.find(B.class, 4).friendsInverse).containsExactly(found(manager, 1));
        });
    }

    @Test
    void aPairOfAManyToManyIsRemoved() {
        A first = a(1);
        first.friends.addAll(List.of(b(3), b(4)));
        unit.run(manager -> {
            first.friends.forEach(manager::persist);
            manager.persist(first);
        });

        unit.run(manager -> found(manager, 1).friends.remove(manager.find(B.class, 3)));

        unit.run(manager -> {
            assertThat(manager.find(B.class, 3).friendsInverse).isEmpty();
            assertThat(ids(found(manager, 1).friends)).containsExactly(4);
        });
    }

    @Test
    void removingTheOwnerRemovesItsPairs() {
        A first = a(1);
        first.friends.add(b(3));
        unit.run(manager -> {
            first.friends.forEach(manager::persist);
            manager.persist(first);
        });

        unit.run(manager -> manager.remove(found(manager, 1)));

        unit.run(manager -> {
            assertThat(manager.find(B.class, 3).friendsInverse).isEmpty();
            assertThat(found(manager, 1)).isNull();
        });
    }

    @Test
    void unidirectionalManyToManyIsShared() {
        A first = a(1);
        A second = a(2);
        B b = b(3);
        first.uniFriends.add(b);
        second.uniFriends.add(b);
        unit.persist(b, first, second);

        unit.run(manager -> {
            assertThat(found(manager, 1).uniFriends).containsExactly(manager.find(B.class, 3));
            assertThat(found(manager, 2).uniFriends).containsExactly(manager.find(B.class, 3));
        });
    }

    @Test
    void anEntityRefersToItself() {
        A a = a(1);
        a.self = a;
        A other = a(2);
        other.self = a;
        unit.persist(a, other);

        unit.run(manager -> {
            assertThat(found(manager, 1).self).isSameAs(found(manager, 1));
            assertThat(found(manager, 2).self).isSameAs(found(manager, 1));
        });
    }

    @Test
    void twoNewEntitiesReferToEachOther() {
        A first = a(1);
        A second = a(2);
        first.self = second;
        second.self = first;
        unit.persist(first, second);

        unit.run(manager -> assertThat(found(manager, 1).self.self).isSameAs(found(manager, 1)));
    }

    @Test
    void aLazyReferenceLoadsWhenItsStateIsRead() {
        A a = a(1);
        a.lazy = b(2);
        a.lazy.text = "late";
        unit.persist(a.lazy, a);

        unit.run(manager -> {
            B lazy = found(manager, 1).lazy;
            assertThat(lazy.getId()).isEqualTo(2);
            assertThat(lazy.getText()).isEqualTo("late");
            assertThat(manager.contains(lazy)).isTrue();
            assertThat(manager.find(B.class, 2)).isSameAs(lazy);
        });
    }

    @Test
    void aLazyReferenceIsWrittenThrough() {
        A a = a(1);
        a.lazy = b(2);
        unit.persist(a.lazy, a);

        unit.run(manager -> found(manager, 1).lazy.setText("changed"));

        unit.run(manager -> assertThat(manager.find(B.class, 2).text).isEqualTo("changed"));
    }

    private static List<Integer> ids(Collection<B> entities) {
        return entities.stream().map(B::getId).toList();
    }

    @Entity
    public static class A {
        @Id
        int id;

        @OneToOne
        B one;

        @ManyToOne
        B parent;

        @OneToOne
        B uniOne;

        @ManyToOne
        B uniParent;

        @OneToMany
        @JoinTable(name = "uni_many")
        Set<B> uniMany = new HashSet<>();

        @OneToMany
        @JoinColumn(name = "a_id")
        List<B> byColumn = new ArrayList<>();

        @ManyToMany
        List<B> friends = new ArrayList<>();

        @ManyToMany
        @JoinTable(name = "uni_friends")
        Collection<B> uniFriends = new ArrayList<>();

        @ManyToOne
        A self;

        @ManyToOne(fetch = FetchType.LAZY)
        B lazy;
    }

    @Entity
    public static class B {
        @Id
        int id;

        String text;

        @OneToOne(mappedBy = "one")
        A oneInverse;

        @OneToMany(mappedBy = "parent")
        Collection<A> children = new ArrayList<>();

        @ManyToMany(mappedBy = "friends")
        Set<A> friendsInverse = new HashSet<>();

        public int getId() {
            return id;
        }

        public String getText() {
            return text;
        }

        public void setText(String text) {
            this.text = text;
        }
    }
}
