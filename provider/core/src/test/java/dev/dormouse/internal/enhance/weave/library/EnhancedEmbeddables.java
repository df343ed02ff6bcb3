package dev.dormouse.internal.enhance.weave.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.internal.enhance.attribute.TrackedAttributes;
import jakarta.persistence.PersistenceException;
import java.util.List;

/** What embeddables can do if their class and their owner's are enhanced; each public method is a test. */
public final class EnhancedEmbeddables {

    private EnhancedEmbeddables() {}

    /** Looks past the enhancement. */
    static Object raw(Object instance, String field) {
        try {
            var declared = instance.getClass().getDeclaredField(field);
            declared.setAccessible(true);
            return declared.get(instance);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(field, e);
        }
    }

    public static void whatIsLazyIsLoadedWhenItIsTouched() {
        try (Museum museum = new Museum()) {
            museum.run(exhibit -> {
                assertThat(museum.store().util().isLoaded(exhibit, "made")).isFalse();
                assertThat(museum.store().util().isLoaded(exhibit)).isTrue();
                assertThat(raw(exhibit.made, "story")).isNull();
                assertThat(exhibit.made.story).isEqualTo("Long ago");
                assertThat(raw(exhibit.made, "publisher")).isNull();
                assertThat(exhibit.made.publisher.name()).isEqualTo("printers");
                assertThat(raw(exhibit.made.appraisal, "expert")).isNull();
                assertThat(exhibit.made.appraisal.expert.name()).isEqualTo("smiths");
                assertThat(museum.store().util().isLoaded(exhibit, "made")).isTrue();
                assertThat(raw(exhibit.found, "publisher")).isNull();
            });
        }
    }

    public static void whatIsLazyIsLoadedTogether() {
        try (Museum museum = new Museum()) {
            museum.store().run(manager -> {
                for (long id = 11; id < 14; id++) {
                    Guild guild = new Guild(id, "guild" + id);
                    manager.persist(guild);
                    manager.persist(new Exhibit(id, "more", new Provenance("A", null, guild, null)));
                }
            });
            museum.store().run(manager -> {
                List<Exhibit> all = manager.createQuery("select e from Exhibit e where e.id > 10", Exhibit.class)
                        .getResultList();
                assertThat(raw(all.get(1).made, "publisher")).isNull();
                assertThat(all.get(0).made.publisher.name()).isEqualTo("guild" + all.get(0).id);
                assertThat(raw(all.get(1).made, "publisher")).isNotNull();
            });
        }
    }

    public static void aClassWithEmbeddablesKeepsNoRecord() {
        try (Library library = new Library(Desk.class, Size.class, Colour.class, Stamp.class)) {
            library.run(manager -> {
                Desk desk = new Desk(1, new Size(1, 2, new Colour("red")));
                manager.persist(desk);
                manager.flush();
                assertThat(needsRecord(desk)).as("its embeddables tell nothing").isTrue();
            });
            library.run(manager -> {
                Desk desk = manager.find(Desk.class, 1L);
                assertThat(needsRecord(desk)).isFalse();
                desk.top.colour.name = "blue";
                desk.drawer = new Size(3, 4, null);
                manager.flush();
                desk.drawer.height = 5;
                manager.flush();
                desk.drawer.colour = new Colour("green");
                assertThat(needsRecord(desk)).isFalse();
            });
            assertThat(library.text(manager -> manager.find(Desk.class, 1L).text()))
                    .isEqualTo("1x2 blue, 3x5 green, null, null");
        }
    }

    private static boolean needsRecord(Object entity) {
        return ((TrackedAttributes) raw(entity, "dormouse$state")).needsRecord();
    }

    public static void neitherAFlushNorAMergeLoadsWhatNobodyTouched() {
        try (Museum museum = new Museum()) {
            Exhibit detached = museum.detached();
            detached.made.place = "Ulm";
            museum.store().run(manager -> {
                Exhibit merged = manager.merge(detached);
                manager.flush();
                merged.made.place = "Worms";
                merged.made.appraisal.price = 9;
                manager.flush();
                merged.made.place = "Trier";
                manager.flush();
                assertThat(raw(merged.made, "story")).isNull();
                assertThat(raw(merged.made, "publisher")).isNull();
                assertThat(raw(merged.made.appraisal, "expert")).isNull();
            });
            assertThat(museum.made()).isEqualTo("Trier, Long ago, printers, 9 smiths");
        }
    }

    public static void whatIsUnloadedFailsOnceItIsDetached() {
        try (Museum museum = new Museum()) {
            Exhibit detached = museum.detached();
            assertThat(detached.made.story).isEqualTo("Long ago");
            assertThatThrownBy(() -> detached.made.publisher.name())
                    .isInstanceOf(PersistenceException.class)
                    .hasMessageContaining("DORM0415");
            detached.made.publisher = null;
            assertThat(detached.made.publisher).isNull();
        }
    }

    public static void aSerializedInstanceKeepsWhatItDoesNotHaveApart() {
        try (Museum museum = new Museum()) {
            Exhibit copy = Copies.of(museum.detached());
            assertThat(museum.store().util().isLoaded(copy, "made")).isFalse();
            assertThatThrownBy(() -> copy.made.publisher.name())
                    .isInstanceOf(PersistenceException.class)
                    .hasMessageContaining("DORM0204")
                    .hasMessageContaining("Exhibit.made.publisher");
            assertThatThrownBy(() -> museum.store().run(manager -> {
                        manager.find(Exhibit.class, 2L).made = copy.made;
                    }))
                    .hasStackTraceContaining("DORM0204");
        }
    }

    public static void aFinalClassIsReferredToLazily() {
        try (Library library = new Library(Printer.class, Workshop.class, Tools.class)) {
            library.run(manager -> {
                Printer printer = new Printer(1, "Mainz", null);
                manager.persist(printer);
                manager.persist(new Workshop(2, new Tools(4, printer)));
            });
            library.run(manager -> {
                Workshop workshop = manager.find(Workshop.class, 2L);
                assertThat(library.util().isLoaded(workshop, "tools")).isFalse();
                assertThat(workshop.getTools().getMadeBy().town).isEqualTo("Mainz");
                assertThat(library.util().isLoaded(workshop, "tools")).isTrue();
                workshop.getTools().setCount(5);
            });
            assertThat(library.<Object>call(manager ->
                            manager.find(Workshop.class, 2L).getTools().getCount()))
                    .isEqualTo(5);
        }
    }
}
