package dev.dormouse.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.spec.graph.Leaf;
import dev.dormouse.spec.graph.Node;
import dev.dormouse.spec.graph.Shape;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.PersistenceUnitUtil;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sections 2.9 and 2.10 as a persistence context sees them: order of writing, lazy and eager state, collections of every kind. */
class AssociationSpecTest {

    private final SpecUnit unit =
            SpecUnit.of(Node.class, Leaf.class, Shape.class, Shape.Square.class, Shape.Circle.class);
    private final Node root = new Node("root");

    @AfterEach
    void close() {
        unit.close();
    }

    private void storeRoot() {
        unit.run(manager -> manager.persist(root));
    }

    private Node found(EntityManager manager) {
        return Objects.requireNonNull(manager.find(Node.class, root.id));
    }

    @Test
    void aCircleOfNewEntitiesIsWritten() {
        Node second = new Node("second");
        root.next = second;
        second.next = new Node("third");
        second.next.next = root;
        root.eager = root;
        storeRoot();
        unit.run(manager -> {
            Node node = found(manager);
            assertThat(node.eager).isSameAs(node);
            assertThat(Objects.requireNonNull(node.next).name()).isEqualTo("second");
            assertThat(Objects.requireNonNull(node.next.next()).next()).isSameAs(node);
        });
        unit.run(manager -> {
            Node node = found(manager);
            Node next = Objects.requireNonNull(node.next);
            Node last = Objects.requireNonNull(next.next());
            manager.remove(node);
            manager.remove(next);
            manager.remove(last);
        });
        unit.run(manager -> assertThat(manager.find(Node.class, root.id)).isNull());
    }

    @Test
    void aLongChainIsWrittenAndReadWithoutDeepRecursion() {
        Node last = root;
        for (int i = 0; i < 5_000; i++) {
            last.eager = new Node("n");
            last = Objects.requireNonNull(last.eager);
        }
        storeRoot();
        unit.run(manager -> {
            int length = 0;
            for (Node node = found(manager); node.eager != null; node = node.eager) {
                length++;
            }
            assertThat(length).isEqualTo(5_000);
        });
    }

    @Test
    void anEagerReferenceIsThereAfterTheContextIsGoneALazyOneIsNot() {
        root.eager = new Node("eager");
        root.next = new Node("lazy");
        storeRoot();
        Node detached = unit.call(this::found);
        assertThat(Objects.requireNonNull(detached.eager).name).isEqualTo("eager");
        assertThatThrownBy(() -> Objects.requireNonNull(detached.next).name()).isInstanceOf(PersistenceException.class);
        assertThatThrownBy(() -> detached.ordered.get(0)).isInstanceOf(PersistenceException.class);
    }

    @Test
    void aCollectionThatWasAskedForItsSizeIsLoadedOnlyWhenItIsDetached() {
        Collections.addAll(root.ordered, new Node("a"), new Node("b"));
        root.leaves.add(new Leaf("c"));
        storeRoot();
        PersistenceUnitUtil util = unit.factory().getPersistenceUnitUtil();
        for (BiConsumer<EntityManager, Node> end : List.<BiConsumer<EntityManager, Node>>of(
                (manager, node) -> manager.clear(),
                EntityManager::detach,
                (manager, node) -> manager.close(),
                (manager, node) -> {
                    manager.getTransaction().begin();
                    manager.close();
                    manager.getTransaction().commit();
                })) {
            EntityManager manager = unit.manager();
            Node node = found(manager);
            assertThat(node.ordered.size()).isEqualTo(2);
            assertThat(node.leaves.isEmpty()).isFalse();
            assertThat(node.byName.containsValue(null)).isFalse();
            assertThat(util.isLoaded(node, "ordered")).isFalse();
            assertThat(util.isLoaded(node, "leaves")).isFalse();
            end.accept(manager, node);
            assertThat(node.ordered).extracting(other -> other.name).containsExactly("a", "b");
            assertThat(node.leaves).hasSize(1);
            assertThatThrownBy(node.array::size).isInstanceOf(PersistenceException.class);
        }
    }

    @Test
    void anAccessedCollectionKeepsWhatWasAddedToIt() {
        root.leaves.add(new Leaf("a"));
        storeRoot();
        Node node = unit.call(manager -> {
            Node found = found(manager);
            found.leaves.add(new Leaf("b"));
            assertThat(found.leaves.size()).isEqualTo(2);
            return found;
        });
        assertThat(node.leaves).extracting(leaf -> leaf.name).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void aRollbackLoadsNothing() {
        root.leaves.add(new Leaf("a"));
        storeRoot();
        EntityManager manager = unit.manager();
        manager.getTransaction().begin();
        Node node = found(manager);
        assertThat(node.leaves.size()).isEqualTo(1);
        manager.getTransaction().rollback();
        assertThatThrownBy(() -> node.leaves.get(0)).isInstanceOf(PersistenceException.class);
    }

    @Test
    void anOrderedListKeepsItsOrderThroughEveryChange() {
        Node a = new Node("a");
        Node b = new Node("b");
        Node c = new Node("c");
        Collections.addAll(root.ordered, c, a, b, a);
        storeRoot();
        expectOrder("c", "a", "b", "a");
        unit.run(manager -> Collections.reverse(found(manager).ordered));
        expectOrder("a", "b", "a", "c");
        unit.run(manager -> found(manager).ordered.remove(0));
        expectOrder("b", "a", "c");
        unit.run(manager -> found(manager).ordered.add(1, new Node("d")));
        expectOrder("b", "d", "a", "c");
        unit.run(manager -> found(manager).ordered =
                new ArrayList<>(List.of(found(manager).ordered.get(2))));
        expectOrder("a");
    }

    private void expectOrder(String... names) {
        unit.run(manager ->
                assertThat(found(manager).ordered).extracting(node -> node.name).containsExactly(names));
    }

    @Test
    void referencesInTheTargetsFollowTheList() {
        Collections.addAll(root.leaves, new Leaf("a"), new Leaf("c"), new Leaf("b"));
        storeRoot();
        unit.run(manager -> {
            List<Leaf> leaves = found(manager).leaves;
            assertThat(leaves).extracting(leaf -> leaf.name).containsExactly("c", "b", "a");
            leaves.remove(1);
            leaves.add(new Leaf("z"));
        });
        unit.run(manager -> {
            assertThat(found(manager).leaves).extracting(leaf -> leaf.name).containsExactly("z", "c", "a");
            manager.remove(found(manager));
        });
        unit.run(manager ->
                assertThat(manager.find(Leaf.class, root.leaves.get(0).id)).isNotNull());
    }

    @Test
    void anArrayOfIdsFollowsTheListAndKeepsItsOrder() {
        Collections.addAll(root.array, new Leaf("b"), new Leaf("a"));
        storeRoot();
        unit.run(manager -> {
            assertThat(found(manager).array).extracting(leaf -> leaf.name).containsExactly("b", "a");
            found(manager).array.add(0, new Leaf("c"));
        });
        unit.run(manager -> {
            assertThat(found(manager).array).extracting(leaf -> leaf.name).containsExactly("c", "b", "a");
            found(manager).array.remove(1);
        });
        unit.run(manager ->
                assertThat(found(manager).array).extracting(leaf -> leaf.name).containsExactly("c", "a"));
    }

    @Test
    void mapsHaveTheirKeysFromTheTargetOrFromTheJoinTable() {
        Leaf leaf = new Leaf("x");
        leaf.parent = root;
        root.byName.put("x", leaf);
        root.labelled.put("self", root);
        root.labelled.put("other", new Node("other"));
        storeRoot();
        unit.run(manager -> {
            Node node = found(manager);
            assertThat(node.byName).containsOnlyKeys("x");
            assertThat(node.labelled).containsOnlyKeys("self", "other").containsEntry("self", node);
            node.labelled.remove("self");
            node.labelled.put("third", node);
            node.labelled.put("other", node);
        });
        unit.run(manager -> {
            Node node = found(manager);
            assertThat(node.labelled).isEqualTo(Map.of("third", node, "other", node));
        });
    }

    @Test
    void aCollectionThatIsSetToNullIsEmptied() {
        root.ordered.add(new Node("a"));
        root.leaves.add(new Leaf("l"));
        storeRoot();
        unit.run(manager -> {
            setToNull(found(manager));
        });
        unit.run(manager -> {
            assertThat(found(manager).ordered).isEmpty();
            assertThat(found(manager).leaves).isEmpty();
        });
    }

    @SuppressWarnings("NullAway")
    private static void setToNull(Node node) {
        @Nullable List<Node> nothing = null;
        node.ordered = nothing;
        node.leaves = null;
    }

    @Test
    void aReferenceToAHierarchyIsOfTheRightClass() {
        Shape.Square outer = new Shape.Square("outer", 2);
        outer.inside = new Shape.Circle("inner", 1);
        outer.inside.inside = new Shape.Square("core", 1);
        unit.run(manager -> manager.persist(outer));
        unit.run(manager -> {
            Shape found = Objects.requireNonNull(manager.find(Shape.class, "outer"));
            assertThat(found).isInstanceOf(Shape.Square.class);
            Shape inner = Objects.requireNonNull(found.inside);
            assertThat(inner).isInstanceOf(Shape.Circle.class);
            assertThat(unit.factory().getPersistenceUnitUtil().isLoaded(inner)).isFalse();
            assertThat(inner.area()).isEqualTo(3);
            assertThat(manager.find(Shape.Square.class, "inner")).isNull();
            assertThat(manager.find(Shape.Circle.class, "inner")).isSameAs(inner);
            assertThat(manager.getReference(Shape.class, "core")).isInstanceOf(Shape.Square.class);
        });
    }

    @Test
    void eagerReferencesOfManyEntitiesAreReadTogether() {
        for (int i = 0; i < 10; i++) {
            Node member = new Node("member");
            member.eager = new Node("eager");
            root.ordered.add(member);
        }
        storeRoot();
        EntityManager manager = unit.manager();
        Node node = found(manager);
        unit.probe().record();
        assertThat(node.ordered.get(9).eager).isNotNull();
        assertThat(unit.probe().requests()).hasSizeLessThan(8);
    }
}
