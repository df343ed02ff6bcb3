package dev.dormouse.internal.enhance.weave.library;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds of the properties of plain and enhanced classes alike; each public method is a test. */
public final class SameProperties {

    private SameProperties() {}

    public static void everyAssignmentIsNoticed() {
        try (Library library = Shelf.filled()) {
            assertThat(Shelf.notices(library, 1, journal -> journal.setTitle("Brain")))
                    .isTrue();
            assertThat(Shelf.notices(library, 1, journal -> journal.rename("Soul", "Oxford")))
                    .isTrue();
            assertThat(Shelf.notices(library, 1, journal -> journal.setPrice(2.5)))
                    .isTrue();
            assertThat(Shelf.notices(library, 1, journal -> journal.setLanguage("de")))
                    .isTrue();
            assertThat(Shelf.notices(library, 1, journal -> journal.setPublisher(null)))
                    .isTrue();
            assertThat(Shelf.notices(library, 2, journal -> journal.setSuccessor(journal)))
                    .isTrue();
            assertThat(Shelf.notices(library, 1, journal -> journal.setMotto(null)))
                    .isTrue();
            assertThat(library.text(manager -> {
                        Journal journal = manager.find(Journal.class, 1L);
                        return journal.getTitle()
                                + journal.getPlace()
                                + journal.getPrice()
                                + journal.getLanguage()
                                + journal.getPublisher()
                                + journal.getMotto();
                    }))
                    .isEqualTo("SoulOxford2.5DEnullnull");
        }
    }

    public static void whatIsAsBeforeIsNoChange() {
        try (Library library = Shelf.filled()) {
            assertThat(Shelf.notices(library, 1, journal -> {
                        journal.setTitle("x");
                        journal.rename("Mind", null);
                    }))
                    .isFalse();
            assertThat(Shelf.notices(library, 1, Journal::headline)).isFalse();
            assertThat(Shelf.notices(library, 1, Journal::getPublisher)).isFalse();
            assertThat(Shelf.notices(library, 2, Journal::getSuccessor)).isFalse();
        }
    }

    public static void fieldsBehindPropertiesAreThere() {
        try (Library library = Shelf.filled()) {
            assertThat(library.text(manager -> manager.find(Journal.class, 1L).headline()))
                    .isEqualTo("Mind (Tor, Slowly)");
            Journal detached = library.call(manager -> manager.find(Journal.class, 1L));
            assertThat(detached.getMotto() + detached.getLanguage()).isEqualTo("SlowlyEN");
        }
    }

    public static void aPropertyThatASubclassComputesIsCompared() {
        try (Library library = Shelf.filled()) {
            Weekly.suffix(" (weekly)");
            assertThat(Shelf.notices(library, 2, journal -> {})).isTrue();
            assertThat(Shelf.notices(library, 2, journal -> {})).isFalse();
            assertThat(library.text(
                            manager -> manager.createQuery("select j.title from Journal j where j.id = 2", String.class)
                                    .getSingleResult()))
                    .isEqualTo("Science (weekly)");
        } finally {
            Weekly.suffix("");
        }
    }

    public static void aRefreshForgetsWhatWasAssigned() {
        try (Library library = Shelf.filled()) {
            library.run(manager -> {
                Journal journal = manager.find(Journal.class, 1L);
                journal.rename("lost", "lost");
                journal.setPublisher(null);
                manager.refresh(journal);
                assertThat(journal.headline()).isEqualTo("Mind (Tor, Slowly)");
                manager.refresh(journal);
                manager.refresh(journal);
                assertThat(journal.getPublisher().name()).isEqualTo("Tor");
            });
            assertThat(Shelf.notices(library, 1, journal -> {})).isFalse();
        }
    }

    public static void aDetachedInstanceIsMerged() {
        try (Library library = Shelf.filled()) {
            Journal detached = library.call(manager -> manager.find(Journal.class, 1L));
            detached.setTitle("merged");
            library.run(manager -> manager.merge(detached));
            assertThat(library.text(manager -> manager.find(Journal.class, 1L).headline()))
                    .isEqualTo("merged (Tor, Slowly)");
        }
    }
}
