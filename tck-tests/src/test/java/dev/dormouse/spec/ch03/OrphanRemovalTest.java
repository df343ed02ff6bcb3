package dev.dormouse.spec.ch03;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.spec.SpecUnit;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Section 2.10 on orphanRemoval: a target that leaves its relationship is removed at flush. */
final class OrphanRemovalTest {

    @RegisterExtension
    final SpecUnit unit = SpecUnit.of(Tree.class, Leaf.class, Root.class);

    @BeforeEach
    void oneTree() {
        Tree tree = new Tree();
        tree.id = 1;
        for (int i = 1; i <= 3; i++) {
            Leaf leaf = new Leaf();
            leaf.id = i;
            leaf.tree = tree;
            tree.leaves.add(leaf);
            Root root = new Root();
            root.id = i;
            tree.roots.add(root);
        }
        Root main = new Root();
        main.id = 9;
        tree.main = main;
        unit.persist(tree);
    }

    private List<Integer> leaves() {
        return unit.call(manager -> manager.createQuery("SELECT l.id FROM Leaf l ORDER BY l.id", Integer.class)
                .getResultList());
    }

    private List<Integer> roots() {
        return unit.call(manager -> manager.createQuery("SELECT r.id FROM Root r ORDER BY r.id", Integer.class)
                .getResultList());
    }

    @Test
    void anElementThatIsTakenOutIsRemoved() {
        unit.run(manager -> manager.find(Tree.class, 1).leaves.removeIf(leaf -> leaf.id == 2));

        assertThat(leaves()).containsExactly(1, 3);
    }

    @Test
    void clearRemovesAll() {
        unit.run(manager -> manager.find(Tree.class, 1).leaves.clear());

        assertThat(leaves()).isEmpty();
    }

    @Test
    void elementsOfAJoinTableAreRemoved() {
        unit.run(manager -> manager.find(Tree.class, 1).roots.removeIf(root -> root.id != 3));

        assertThat(roots()).containsExactly(3, 9);
    }

    @Test
    void aReferenceSetToNullRemovesItsTarget() {
        unit.run(manager -> manager.find(Tree.class, 1).main = null);

        assertThat(roots()).containsExactly(1, 2, 3);
    }

    @Test
    void aReplacedReferenceRemovesTheOldTarget() {
        unit.run(manager -> {
            Root fresh = new Root();
            fresh.id = 10;
            manager.find(Tree.class, 1).main = fresh;
        });

        assertThat(roots()).containsExactly(1, 2, 3, 10);
        unit.run(manager -> assertThat(manager.find(Tree.class, 1).main.id).isEqualTo(10));
    }

    @Test
    void removingTheSourceRemovesItsTargets() {
        unit.run(manager -> manager.remove(manager.find(Tree.class, 1)));

        assertThat(leaves()).isEmpty();
        assertThat(roots()).isEmpty();
    }

    @Test
    void anOrphanIsRemovedAtFlush() {
        unit.run(manager -> {
            manager.find(Tree.class, 1).leaves.removeIf(leaf -> leaf.id == 1);
            manager.flush();
            assertThat(manager.createQuery("SELECT COUNT(l) FROM Leaf l", Long.class)
                            .getSingleResult())
                    .isEqualTo(2L);
            assertThat(manager.find(Leaf.class, 1)).isNull();
        });
    }

    @Test
    void anElementThatComesBackBeforeFlushStays() {
        unit.run(manager -> {
            Tree tree = manager.find(Tree.class, 1);
            Leaf leaf = manager.find(Leaf.class, 1);
            tree.leaves.remove(leaf);
            tree.leaves.add(leaf);
        });

        assertThat(leaves()).containsExactly(1, 2, 3);
    }

    @Test
    void anElementThatLeavesASourceThatIsThenRemovedIsRemoved() {
        unit.run(manager -> {
            Tree tree = manager.find(Tree.class, 1);
            tree.leaves.removeIf(leaf -> leaf.id == 2);
            tree.main = null;
            manager.remove(tree);
        });

        assertThat(leaves()).isEmpty();
        assertThat(roots()).isEmpty();
    }

    @Test
    void whatLeavesANewSourceBeforeItsFirstFlushIsNotStored() {
        unit.run(manager -> {
            Tree tree = new Tree();
            tree.id = 2;
            Leaf leaf = new Leaf();
            leaf.id = 20;
            leaf.tree = tree;
            tree.leaves.add(leaf);
            tree.main = new Root();
            tree.main.id = 20;
            manager.persist(tree);
            tree.leaves.clear();
            tree.main = null;
        });

        assertThat(leaves()).containsExactly(1, 2, 3);
        assertThat(roots()).containsExactly(1, 2, 3, 9);
    }

    @Entity
    public static class Tree {
        @Id
        int id;

        @OneToMany(mappedBy = "tree", cascade = CascadeType.PERSIST, orphanRemoval = true)
        Set<Leaf> leaves = new HashSet<>();

        @OneToMany(cascade = CascadeType.PERSIST, orphanRemoval = true)
        List<Root> roots = new ArrayList<>();

        @OneToOne(cascade = CascadeType.PERSIST, orphanRemoval = true)
        Root main;
    }

    @Entity
    public static class Leaf {
        @Id
        int id;

        @ManyToOne
        Tree tree;
    }

    @Entity
    public static class Root {
        @Id
        int id;
    }
}
