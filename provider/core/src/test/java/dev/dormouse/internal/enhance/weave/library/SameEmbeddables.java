package dev.dormouse.internal.enhance.weave.library;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What holds of embeddables in plain and enhanced classes alike, and where only one side is enhanced; each public method is a test. */
public final class SameEmbeddables {

    private SameEmbeddables() {}

    public static void everyChangeIsNoticed() {
        try (Museum museum = new Museum()) {
            Guild smiths = museum.store().call(manager -> manager.find(Guild.class, 2L));
            assertThat(museum.notices(exhibit -> exhibit.made.place = "Ulm")).isTrue();
            assertThat(museum.notices(exhibit -> exhibit.made.story = "Once")).isTrue();
            assertThat(museum.notices(exhibit -> exhibit.made.publisher = smiths))
                    .isTrue();
            assertThat(museum.notices(exhibit -> exhibit.made.appraisal.price = 9))
                    .isTrue();
            assertThat(museum.notices(exhibit -> exhibit.made.appraisal.expert = null))
                    .isTrue();
            assertThat(museum.made()).isEqualTo("Ulm, Once, smiths, 9 nobody");
            assertThat(museum.notices(exhibit -> exhibit.made.story = null)).isTrue();
            assertThat(museum.notices(exhibit -> exhibit.made.publisher = null)).isTrue();
            assertThat(museum.notices(exhibit -> exhibit.made.appraisal = null)).isTrue();
            assertThat(museum.made()).isEqualTo("Ulm, null, nobody, null");
            assertThat(museum.notices(exhibit -> exhibit.made.appraisal = new Appraisal(3, smiths)))
                    .isTrue();
            assertThat(museum.notices(exhibit -> exhibit.stamp = new Stamp("DE", 95)))
                    .isTrue();
            assertThat(museum.made()).isEqualTo("Ulm, null, nobody, 3 smiths");
        }
    }

    public static void anEmbeddableMayBeAnotherOrNone() {
        try (Museum museum = new Museum()) {
            assertThat(museum.notices(exhibit -> exhibit.made = new Provenance("Ulm", "Once", null, null)))
                    .isTrue();
            assertThat(museum.made()).isEqualTo("Ulm, Once, nobody, null");
            assertThat(museum.notices(exhibit -> exhibit.made = null)).isTrue();
            assertThat(museum.made()).isEqualTo("nothing");
            assertThat(museum.notices(exhibit -> exhibit.made = null)).isFalse();
            assertThat(museum.notices(exhibit -> exhibit.made = exhibit.found)).isTrue();
            assertThat(museum.made()).isEqualTo("Cellar, By chance, smiths, null");
        }
    }

    public static void whatIsAsBeforeIsNoChange() {
        try (Museum museum = new Museum()) {
            assertThat(museum.notices(exhibit -> {
                        exhibit.made.place = "x";
                        exhibit.made.appraisal.price = 0;
                        exhibit.made.place = "Mainz";
                        exhibit.made.appraisal.price = 7;
                    }))
                    .isFalse();
            assertThat(museum.notices(exhibit -> Museum.text(exhibit.made))).isFalse();
            assertThat(museum.notices(exhibit -> exhibit.made = exhibit.made.copy()))
                    .isFalse();
            assertThat(museum.notices(exhibit -> exhibit.stamp = new Stamp("DE", 80)))
                    .isFalse();
            assertThat(museum.notices(exhibit -> {})).isFalse();
        }
    }

    public static void changesAfterAFlushAreNoticed() {
        try (Museum museum = new Museum()) {
            museum.store().run(manager -> {
                Exhibit first = manager.find(Exhibit.class, 1L);
                Exhibit third = new Exhibit(3, "new", new Provenance("A", null, null, new Appraisal(1, null)));
                manager.persist(third);
                first.made.place = "one";
                first.found = new Provenance("B", null, null, null);
                manager.flush();
                first.made.place = "two";
                first.found.place = "C";
                third.made.appraisal.price = 2;
                manager.flush();
                first.found.story = "D";
                third.made.place = "E";
            });
            assertThat(museum.made()).isEqualTo("two, Long ago, printers, 7 smiths");
            assertThat(museum.text(1, exhibit -> exhibit.found)).isEqualTo("C, D, nobody, null");
            assertThat(museum.text(3, exhibit -> exhibit.made)).isEqualTo("E, null, nobody, 2 nobody");
        }
    }

    public static void anEmbeddableMayMoveToAnotherOwner() {
        try (Museum museum = new Museum()) {
            museum.store().run(manager -> {
                Exhibit first = manager.find(Exhibit.class, 1L);
                Exhibit second = manager.find(Exhibit.class, 2L);
                Exhibit third = new Exhibit(3, "new", first.found);
                second.found = first.made;
                first.made = null;
                first.found = null;
                manager.persist(third);
                manager.flush();
                second.found.place = "Ulm";
                second.found.appraisal.price = 8;
                third.made.place = "Attic";
            });
            assertThat(museum.made()).isEqualTo("nothing");
            assertThat(museum.text(2, exhibit -> exhibit.found)).isEqualTo("Ulm, Long ago, printers, 8 smiths");
            assertThat(museum.text(3, exhibit -> exhibit.made)).isEqualTo("Attic, By chance, smiths, null");
        }
    }

    public static void anEmbeddableThatIsSharedIsWrittenForEach() {
        try (Museum museum = new Museum()) {
            museum.store().run(manager -> {
                Exhibit first = manager.find(Exhibit.class, 1L);
                Exhibit second = manager.find(Exhibit.class, 2L);
                second.made = first.made;
                first.found = first.made;
                manager.flush();
                first.made.place = "Ulm";
                manager.flush();
                second.made.appraisal.price = 8;
            });
            String all = "Ulm, Long ago, printers, 8 smiths";
            assertThat(museum.made()).isEqualTo(all);
            assertThat(museum.text(1, exhibit -> exhibit.found)).isEqualTo(all);
            assertThat(museum.text(2, exhibit -> exhibit.made)).isEqualTo(all);
        }
    }

    public static void anEmbeddableMayComeBack() {
        try (Museum museum = new Museum()) {
            museum.store().run(manager -> {
                Exhibit first = manager.find(Exhibit.class, 1L);
                Provenance made = first.made;
                Guild smiths = manager.find(Guild.class, 2L);
                first.made = new Provenance("Ulm", "Once", smiths, null);
                manager.flush();
                first.made = made;
                manager.flush();
                first.made = null;
                manager.flush();
                first.made = made;
                manager.flush();
                made.place = "Worms";
            });
            assertThat(museum.made()).isEqualTo("Worms, Long ago, printers, 7 smiths");
        }
    }

    public static void anEmbeddableMayBecomeAnElement() {
        try (Museum museum = new Museum()) {
            museum.store().run(manager -> {
                Exhibit first = manager.find(Exhibit.class, 1L);
                first.history.add(first.made.appraisal);
                first.made.appraisal = null;
                manager.flush();
                first.history.get(0).price = 11;
            });
            museum.store().run(manager -> {
                Exhibit first = manager.find(Exhibit.class, 1L);
                assertThat(first.history).hasSize(1);
                assertThat(first.history.get(0).price).isEqualTo(11);
                assertThat(first.history.get(0).expert.name()).isEqualTo("smiths");
                first.made.appraisal = first.history.remove(0);
            });
            assertThat(museum.made()).isEqualTo("Mainz, Long ago, printers, 11 smiths");
        }
    }

    public static void aCloneOfAnEmbeddableHasAll() {
        try (Museum museum = new Museum()) {
            museum.store().run(manager -> {
                Exhibit first = manager.find(Exhibit.class, 1L);
                Exhibit second = manager.find(Exhibit.class, 2L);
                second.made = first.made.copy();
                second.made.place = "Ulm";
                second.made.appraisal = null;
                manager.flush();
                second.made.story = "Twice";
            });
            assertThat(museum.made()).isEqualTo("Mainz, Long ago, printers, 7 smiths");
            assertThat(museum.text(2, exhibit -> exhibit.made)).isEqualTo("Ulm, Twice, printers, null");
        }
    }

    public static void aCloneOfTheOwnerSharesTheEmbeddable() throws CloneNotSupportedException {
        try (Museum museum = new Museum()) {
            Exhibit copy = museum.store().call(manager -> {
                try {
                    Exhibit cloned = (Exhibit) manager.find(Exhibit.class, 1L).clone();
                    cloned.name = "cloned";
                    cloned.made.place = "Ulm";
                    Museum.text(cloned.made);
                    return cloned;
                } catch (CloneNotSupportedException e) {
                    throw new AssertionError(e);
                }
            });
            assertThat(Museum.text(copy.made)).isEqualTo("Ulm, Long ago, printers, 7 smiths");
            assertThat(museum.made()).isEqualTo("Ulm, Long ago, printers, 7 smiths");
        }
    }

    public static void equalsAndHashCodeSeeWhatIsStored() {
        try (Museum museum = new Museum()) {
            Provenance equal = new Provenance("Mainz", "Long ago", null, null);
            museum.run(exhibit -> {
                assertThat(equal).isEqualTo(exhibit.made);
                assertThat(exhibit.made).isNotEqualTo(exhibit.found);
            });
            museum.run(exhibit -> assertThat(exhibit.made).hasSameHashCodeAs(equal));
        }
    }

    public static void aRefreshForgetsWhatWasAssigned() {
        try (Museum museum = new Museum()) {
            museum.store().run(manager -> {
                Exhibit exhibit = manager.find(Exhibit.class, 1L);
                exhibit.made.place = "lost";
                exhibit.found = null;
                manager.refresh(exhibit);
                assertThat(Museum.text(exhibit.made)).isEqualTo("Mainz, Long ago, printers, 7 smiths");
                assertThat(Museum.text(exhibit.found)).isEqualTo("Cellar, By chance, smiths, null");
                exhibit.made.place = "found";
            });
            assertThat(museum.made()).isEqualTo("found, Long ago, printers, 7 smiths");
        }
    }

    public static void aDetachedInstanceIsMergedWithoutWhatItDoesNotHave() {
        try (Museum museum = new Museum()) {
            Exhibit detached = museum.detached();
            detached.made.place = "Ulm";
            detached.made.appraisal.price = 8;
            detached.found = null;
            museum.store().run(manager -> manager.merge(detached));
            assertThat(museum.made()).isEqualTo("Ulm, Long ago, printers, 8 smiths");
            assertThat(museum.text(1, exhibit -> exhibit.found)).isEqualTo("nothing");
        }
    }

    public static void aSerializedInstanceIsMergedWithoutWhatItDoesNotHave() {
        try (Museum museum = new Museum()) {
            Exhibit copy = Copies.of(museum.detached());
            copy.made.place = "Ulm";
            museum.store().run(manager -> manager.merge(copy));
            assertThat(museum.made()).isEqualTo("Ulm, Long ago, printers, 7 smiths");
        }
    }

    public static void whatAQueryFetchesIsThereOnceItIsDetached() {
        try (Museum museum = new Museum()) {
            Exhibit exhibit = museum.store().call(manager -> manager.createQuery(
                            "select e from Exhibit e join fetch e.made.publisher where e.id = 1", Exhibit.class)
                    .getSingleResult());
            assertThat(exhibit.made.publisher.name()).isEqualTo("printers");
        }
    }

    public static void whatLeavesWithItsEmbeddableIsAnOrphan() {
        List<Consumer<Cabinet>> ways = List.of(
                cabinet -> cabinet.contents.label = null,
                cabinet -> cabinet.contents = null,
                cabinet -> cabinet.contents = new Contents("new", null),
                cabinet -> cabinet.contents.label = new Guild(9, "new"));
        for (Consumer<Cabinet> way : ways) {
            try (Library library = new Library(Cabinet.class, Contents.class, Guild.class)) {
                library.run(manager -> manager.persist(new Cabinet(1, new Contents("old", new Guild(5, "old")))));
                library.run(manager -> manager.find(Cabinet.class, 1L).contents.kind = "kept");
                assertThat(library.<Object>call(manager -> manager.find(Guild.class, 5L)))
                        .isNotNull();
                library.run(manager -> way.accept(manager.find(Cabinet.class, 1L)));
                assertThat(library.<Object>call(manager -> manager.find(Guild.class, 5L)))
                        .isNull();
            }
        }
    }

    /** Wherever embeddables go with what they were left without: a flush stores what is in memory. */
    public static void whatIsInMemoryAfterAFlushIsStored() {
        for (int seed = 0; seed < 12; seed++) {
            Random random = new Random(seed);
            try (Museum museum = new Museum()) {
                for (int round = 0; round < 3; round++) {
                    List<String> expected = museum.store().call(manager -> {
                        List<Exhibit> exhibits = exhibits(manager);
                        change(manager, exhibits, random);
                        manager.flush();
                        return texts(exhibits);
                    });
                    List<String> stored = museum.store().call(manager -> texts(exhibits(manager)));
                    assertThat(stored).as("seed %d, round %d", seed, round).isEqualTo(expected);
                }
            }
        }
    }

    private static List<Exhibit> exhibits(EntityManager manager) {
        return List.of(manager.find(Exhibit.class, 1L), manager.find(Exhibit.class, 2L));
    }

    private static List<String> texts(List<Exhibit> exhibits) {
        return exhibits.stream()
                .flatMap(exhibit -> Stream.of(exhibit.made, exhibit.found))
                .map(each -> each == null ? "nothing" : Museum.text(each))
                .toList();
    }

    private static void change(EntityManager manager, List<Exhibit> exhibits, Random random) {
        List<Provenance> known = new ArrayList<>(List.of(new Provenance("new", null, null, new Appraisal(1, null))));
        exhibits.forEach(exhibit ->
                Stream.of(exhibit.made, exhibit.found).filter(Objects::nonNull).forEach(known::add));
        for (int step = 0; step < 10; step++) {
            Exhibit exhibit = exhibits.get(random.nextInt(2));
            Provenance any = known.get(random.nextInt(known.size()));
            Guild guild = random.nextInt(3) == 0 ? null : manager.find(Guild.class, 1L + random.nextInt(2));
            switch (random.nextInt(12)) {
                case 0, 1 -> exhibit.made = any;
                case 2, 3 -> exhibit.found = any;
                case 4 -> exhibit.found = null;
                case 5 -> any.place = "p" + step;
                case 6 -> any.story = random.nextBoolean() ? null : "s" + step;
                case 7 -> any.publisher = guild;
                case 8 -> any.appraisal = known.get(random.nextInt(known.size())).appraisal;
                case 9 -> {
                    if (any.appraisal != null) {
                        any.appraisal.expert = guild;
                    }
                }
                case 10 -> known.add(any.copy());
                default -> manager.flush();
            }
        }
    }

    public static void anEmbeddableIsAParameter() {
        try (Museum museum = new Museum()) {
            museum.store().run(manager -> {
                Exhibit exhibit = manager.find(Exhibit.class, 1L);
                assertThat(manager.createQuery("select count(e) from Exhibit e where e.stamp = :stamp", Long.class)
                                .setParameter("stamp", exhibit.stamp)
                                .getSingleResult())
                        .isEqualTo(1);
            });
        }
    }
}
