package dev.dormouse.internal.enhance.weave.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.PersistenceException;
import java.lang.reflect.Field;

/** What enhanced classes can do and plain ones cannot; each public method is a test. */
public final class EnhancedBehaviour {

    private EnhancedBehaviour() {}

    public static void aFinalClassMayBeAnEntity() {
        try (Library library = new Library(Printer.class)) {
            library.run(manager -> {
                Printer first = new Printer(1, "Mainz", null);
                manager.persist(first);
                manager.persist(new Printer(2, "Venice", first));
            });
            library.run(manager -> {
                // region lazy in place
                Printer printer = manager.find(Printer.class, 2L);
                assertThat(library.util().isLoaded(printer, "successorOf")).isFalse();
                assertThat(printer.successorOf.town).isEqualTo("Mainz");
                printer.town = "Rome"; // noticed by the flush
                // endregion
            });
            assertThat(library.text(manager -> manager.find(Printer.class, 2L).town))
                    .isEqualTo("Rome");
        }
    }

    public static void aReferenceThatCannotBeASubclassIsLoadedWhenItIsTouched() {
        try (Library library = new Library()) {
            library.run(manager -> {
                Book book = manager.find(Book.class, 1L);
                assertThat(library.util().isLoaded(book, "publisher")).isFalse();
                assertThat(library.util().isLoaded(book)).isTrue();
                assertThat(book.publisher.name()).isEqualTo("Tor");
                assertThat(library.util().isLoaded(book, "publisher")).isTrue();
            });
        }
    }

    public static void aLazyBasicIsDecodedWhenItIsTouched() {
        try (Library library = new Library()) {
            library.run(manager -> {
                Book book = manager.find(Book.class, 1L);
                assertThat(library.util().isLoaded(book, "blurb")).isFalse();
                assertThat(book.blurb).isEqualTo("Sand");
                assertThat(library.util().isLoaded(book, "blurb")).isTrue();
                assertThat(library.util().isLoaded(manager.find(Book.class, 2L), "blurb"))
                        .isTrue();
            });
        }
    }

    public static void anInverseReferenceIsLookedForWhenItIsTouched() {
        try (Library library = new Library()) {
            library.run(manager -> {
                Book book = manager.find(Book.class, 1L);
                assertThat(library.util().isLoaded(book, "loan")).isFalse();
                assertThat(book.loan.reader).isEqualTo("Ann");
                assertThat(library.util().isLoaded(book, "loan")).isTrue();
                assertThat(manager.find(Book.class, 2L).loan).isNull();
            });
        }
    }

    public static void neitherAFlushNorAMergeLoadsWhatNobodyTouched() {
        try (Library library = new Library()) {
            Book detached = library.call(manager -> manager.find(Book.class, 1L));
            library.run(manager -> {
                Book book = manager.find(Book.class, 1L);
                book.title = "flushed";
                detached.version = book.version;
                manager.flush();
                assertThat(library.util().isLoaded(book, "publisher")).isFalse();
                assertThat(library.util().isLoaded(book, "loan")).isFalse();
            });
            detached.version++;
            library.run(manager -> {
                Book book = manager.merge(detached);
                assertThat(library.util().isLoaded(book, "publisher")).isFalse();
                assertThat(library.util().isLoaded(book, "loan")).isFalse();
            });
        }
    }

    public static void theUtilityLoadsAnAttribute() {
        try (Library library = new Library()) {
            Book book = library.call(manager -> {
                Book found = manager.find(Book.class, 1L);
                library.util().load(found, "publisher");
                return found;
            });
            assertThat(book.publisher.name()).isEqualTo("Tor");
        }
    }

    public static void whatIsUnloadedFailsOnceItIsDetached() {
        try (Library library = new Library()) {
            Book book = library.call(manager -> manager.find(Book.class, 1L));
            assertThatThrownBy(() -> book.publisher.name())
                    .isInstanceOf(PersistenceException.class)
                    .hasMessageContaining("DORM0415");
            book.publisher = new Publisher(9, "Ace");
            assertThat(book.publisher.name()).isEqualTo("Ace");
        }
    }

    public static void anAssignmentOfWhatIsUnloadedIsAChange() {
        try (Library library = new Library()) {
            assertThat(library.notices(book -> book.publisher = null)).isTrue();
            assertThat(library.<Object>call(manager -> manager.find(Book.class, 1L).publisher))
                    .isNull();
        }
    }

    public static void aFieldOfAnUnloadedReferenceIsLoaded() {
        try (Library library = new Library()) {
            library.run(manager -> {
                Book reference = manager.getReference(Book.class, 1L);
                assertThat(library.util().isLoaded(reference)).isFalse();
                assertThat(new Book(0, "Dune")).isEqualTo(reference);
                assertThat(library.util().isLoaded(reference)).isTrue();
            });
            assertThat(library.text(manager -> manager.getReference(Book.class, 2L).sequelOf.title))
                    .isEqualTo("Dune");
        }
    }

    public static void anAssignmentToAnUnloadedReferenceIsAChange() {
        try (Library library = new Library()) {
            library.run(manager -> manager.getReference(Book.class, 1L).title = "by reference");
            assertThat(library.text(manager -> manager.find(Book.class, 1L).title))
                    .isEqualTo("by reference");
        }
    }

    public static void aCloneHasAllAndIsManagedByNobody() {
        try (Library library = new Library()) {
            library.run(manager -> {
                try {
                    Book copy = (Book) manager.find(Book.class, 1L).clone();
                    assertThat(copy.publisher.name()).isEqualTo("Tor");
                    copy.title = "copied";
                } catch (CloneNotSupportedException e) {
                    throw new AssertionError(e);
                }
            });
            assertThat(library.text(manager -> manager.find(Book.class, 1L).title))
                    .isEqualTo("Dune");
        }
    }

    public static void aSerializedInstanceKeepsWhatItDoesNotHaveApart() {
        try (Library library = new Library()) {
            Book copy = Copies.of(library.<Book>call(manager -> manager.find(Book.class, 1L)));
            assertThat(library.util().isLoaded(copy, "publisher")).isFalse();
            assertThatThrownBy(() -> copy.publisher.name())
                    .isInstanceOf(PersistenceException.class)
                    .hasMessageContaining("DORM0204");
            copy.title = "serialized";
            library.run(manager -> manager.merge(copy));
            library.run(manager -> {
                Book book = manager.find(Book.class, 1L);
                assertThat(book.title).isEqualTo("serialized");
                assertThat(book.publisher.name()).isEqualTo("Tor");
            });
        }
    }

    public static void whatReflectionWritesIsNotSeen() throws ReflectiveOperationException {
        try (Library library = new Library()) {
            Field title = Book.class.getDeclaredField("title");
            library.run(manager -> {
                try {
                    title.set(manager.find(Book.class, 1L), "reflected");
                } catch (IllegalAccessException e) {
                    throw new AssertionError(e);
                }
            });
            assertThat(library.text(manager -> manager.find(Book.class, 1L).title))
                    .isEqualTo("Dune");
        }
    }
}
