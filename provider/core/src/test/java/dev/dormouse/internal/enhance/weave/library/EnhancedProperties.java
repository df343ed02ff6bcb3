package dev.dormouse.internal.enhance.weave.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.PersistenceException;

/** What enhanced classes can do by properties and plain ones cannot; each public method is a test. */
public final class EnhancedProperties {

    private EnhancedProperties() {}

    public static void aReferenceIsLoadedByItsGetter() {
        try (Library library = Shelf.filled()) {
            library.run(manager -> {
                Journal journal = manager.find(Journal.class, 1L);
                assertThat(library.util().isLoaded(journal, "publisher")).isFalse();
                assertThat(journal.getPublisher().name()).isEqualTo("Tor");
                assertThat(library.util().isLoaded(journal, "publisher")).isTrue();
            });
        }
    }

    public static void aReferenceIsLoadedByItsField() {
        try (Library library = Shelf.filled()) {
            library.run(manager -> {
                Journal journal = manager.find(Journal.class, 1L);
                assertThat(journal.headline()).isEqualTo("Mind (Tor, Slowly)");
                assertThat(library.util().isLoaded(journal, "publisher")).isTrue();
            });
        }
    }

    public static void aLazyBasicIsDecodedWhenItIsTouched() {
        try (Library library = Shelf.filled()) {
            library.run(manager -> {
                Journal journal = manager.find(Journal.class, 1L);
                assertThat(library.util().isLoaded(journal, "motto")).isFalse();
                assertThat(journal.getMotto()).isEqualTo("Slowly");
                assertThat(library.util().isLoaded(journal, "motto")).isTrue();
            });
        }
    }

    public static void aPropertyWhoseSetterDoesMoreIsThereAtOnce() {
        try (Library library = Shelf.filled()) {
            library.run(manager -> assertThat(library.util().isLoaded(manager.find(Journal.class, 1L), "language"))
                    .isTrue());
        }
    }

    public static void neitherAFlushNorAMergeLoadsWhatNobodyTouched() {
        try (Library library = Shelf.filled()) {
            Journal detached = library.call(manager -> manager.find(Journal.class, 1L));
            library.run(manager -> {
                Journal journal = manager.find(Journal.class, 1L);
                journal.setTitle("flushed");
                manager.flush();
                assertThat(library.util().isLoaded(journal, "publisher")).isFalse();
                manager.refresh(journal);
                assertThat(library.util().isLoaded(journal, "publisher")).isFalse();
            });
            assertThatThrownBy(detached::getPublisher)
                    .isInstanceOf(PersistenceException.class)
                    .hasMessageContaining("DORM0415");
            detached.setVersion(detached.getVersion() + 1);
            library.run(manager -> assertThat(library.util().isLoaded(manager.merge(detached), "publisher"))
                    .isFalse());
        }
    }
}
