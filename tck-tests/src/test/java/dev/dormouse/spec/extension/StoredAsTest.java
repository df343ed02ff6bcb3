package dev.dormouse.spec.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.annotation.IdArray;
import dev.dormouse.annotation.StoredAs;
import dev.dormouse.spec.SpecUnit;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@link StoredAs}, {@link IdArray} and ids of the driver's class: a program sees the same on every store. */
final class StoredAsTest {

    private static final String FIRST = "0123456789abcdef01234567";
    private static final String SECOND = "f123456789abcdef01234567";

    @RegisterExtension
    final SpecUnit unit = SpecUnit.of(Burrow.class, Hoard.class, Tree.class);

    @Entity(name = "Burrow")
    static class Burrow {
        @Id
        @GeneratedValue
        @StoredAs(StoredAs.Form.OBJECT_ID)
        String id;

        String name;

        @ManyToOne
        Burrow next;

        @IdArray
        @OneToMany
        List<Burrow> tunnels = new ArrayList<>();

        @ManyToMany
        List<Tree> trees = new ArrayList<>();

        @ElementCollection
        @StoredAs(StoredAs.Form.SUB_DOCUMENT)
        Map<String, Hoard> hoards = new HashMap<>();

        @ElementCollection
        @StoredAs(StoredAs.Form.SUB_DOCUMENT)
        Map<String, Integer> counts = new HashMap<>();

        Burrow() {}

        Burrow(String id, String name) {
            this.id = id;
            this.name = name;
        }
    }

    @Embeddable
    record Hoard(int nuts, String place) {}

    @Entity(name = "Tree")
    static class Tree {
        @Id
        @GeneratedValue
        ObjectId id;

        String kind;

        @ManyToOne
        Tree neighbour;

        Tree() {}

        Tree(ObjectId id, String kind) {
            this.id = id;
            this.kind = kind;
        }
    }

    @Test
    void idsAreTextsOrObjects() {
        ObjectId id = new ObjectId(SECOND);
        Burrow burrow = new Burrow(FIRST, "home");
        Tree hazel = new Tree(id, "hazel");
        Tree oak = new Tree(null, "oak");
        oak.neighbour = hazel;
        burrow.trees.add(hazel);
        unit.persist(burrow, hazel, oak);

        unit.run(manager -> {
            assertThat(manager.find(Burrow.class, FIRST).trees.get(0).id).isEqualTo(id);
            assertThat(manager.find(Tree.class, id).kind).isEqualTo("hazel");
            assertThat(manager.createQuery("select t from Tree t where t.neighbour.id = :id", Tree.class)
                            .setParameter("id", id)
                            .getResultList())
                    .extracting(t -> t.kind)
                    .containsExactly("oak");
            assertThat(manager.createQuery("select b.id from Burrow b where b.id in :ids", String.class)
                            .setParameter("ids", List.of(FIRST, SECOND))
                            .getResultList())
                    .containsExactly(FIRST);
            assertThat(manager.createQuery("select b.name from Burrow b where b.id like '0123%'", String.class)
                            .getResultList())
                    .containsExactly("home");
        });
    }

    @Test
    void generatedIdsGrowAndAreNeverTheSame() {
        List<Burrow> burrows = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            burrows.add(new Burrow(null, "burrow " + i));
        }
        unit.persist(burrows.toArray());
        Tree tree = new Tree(null, "beech");
        unit.persist(tree);

        assertThat(burrows).extracting(b -> b.id).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-f]{24}"));
        unit.run(manager -> assertThat(manager.find(Tree.class, tree.id).kind).isEqualTo("beech"));
    }

    @Test
    void aTextThatIsNoObjectIdIsRefused() {
        assertThatThrownBy(() -> unit.persist(new Burrow("hole-1", "hole")))
                .isInstanceOfAny(PersistenceException.class, IllegalArgumentException.class)
                .hasStackTraceContaining("DORM0228 Text is no ObjectId: 'hole-1'.");
        unit.read(manager -> assertThatThrownBy(
                        () -> manager.createQuery("select b.name from Burrow b where b.id = 'elsewhere'"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DORM0228 Text is no ObjectId: 'elsewhere'."));
    }

    @Test
    void idArraysKeepTheirOrder() {
        Burrow home = new Burrow(FIRST, "home");
        List<Burrow> others = List.of(new Burrow(SECOND, "b"), new Burrow(null, "a"), new Burrow(null, "c"));
        unit.persist(others.toArray());
        home.tunnels.addAll(others);
        unit.persist(home);

        unit.run(manager -> {
            List<Burrow> tunnels = manager.find(Burrow.class, FIRST).tunnels;
            assertThat(tunnels).extracting(b -> b.name).containsExactly("b", "a", "c");
            tunnels.remove(1);
            tunnels.add(0, manager.find(Burrow.class, FIRST));
        });
        unit.run(manager -> {
            assertThat(manager.find(Burrow.class, FIRST).tunnels)
                    .extracting(b -> b.name)
                    .containsExactly("home", "b", "c");
            assertThat(manager.createQuery(
                                    "select b.name from Burrow b join b.tunnels t where t.name = 'c'", String.class)
                            .getResultList())
                    .containsExactly("home");
        });
    }

    @Test
    void mapsAreChangedByKey() {
        Burrow home = new Burrow(FIRST, "home");
        home.hoards.put("north", new Hoard(7, "root"));
        home.hoards.put("south", new Hoard(3, "stone"));
        home.counts.put("acorns", 1);
        unit.persist(home);

        unit.run(manager -> {
            Burrow found = manager.find(Burrow.class, FIRST);
            found.hoards.remove("south");
            found.hoards.put("west", new Hoard(1, "moss"));
            found.counts.put("acorns", 2);
        });

        unit.run(manager -> {
            Burrow found = manager.find(Burrow.class, FIRST);
            assertThat(found.hoards).isEqualTo(Map.of("north", new Hoard(7, "root"), "west", new Hoard(1, "moss")));
            assertThat(found.counts).isEqualTo(Map.of("acorns", 2));
            assertThat(manager.createQuery("select key(h) from Burrow b join b.hoards h where h.nuts > 2", String.class)
                            .getResultList())
                    .containsExactly("north");
        });
    }
}
