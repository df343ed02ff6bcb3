package dev.dormouse.internal.enhance.weave.library;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds of plain and enhanced classes alike; each public method is a test. */
public final class SameBehaviour {

    private SameBehaviour() {}

    public static void everyAssignmentIsNoticed() {
        try (Library library = new Library()) {
            assertThat(library.notices(book -> book.title = "Dune, again")).isTrue();
            assertThat(library.notices(book -> book.reprint(5, 9.5))).isTrue();
            assertThat(library.notices(book -> book.move("B"))).isTrue();
            assertThat(library.notices(book -> book.publisher = null)).isTrue();
            assertThat(library.<Object>call(manager -> {
                        Book book = manager.find(Book.class, 1L);
                        return book.title + book.pages + book.price + book.shelf + book.publisher;
                    }))
                    .isEqualTo("Dune, again59.5Bnull");
        }
    }

    public static void aLazyBasicIsThereWheneverItIsAskedFor() {
        try (Library library = new Library()) {
            Book detached = library.call(manager -> manager.find(Book.class, 1L));
            assertThat(detached.blurb).isEqualTo("Sand");
            assertThat(library.notices(book -> book.title = "Dune, again")).isTrue();
            assertThat(library.text(manager -> manager.find(Book.class, 1L).blurb))
                    .isEqualTo("Sand");
            assertThat(library.notices(book -> book.blurb = "Spice")).isTrue();
            assertThat(library.notices(book -> book.blurb = null)).isTrue();
            assertThat(library.text(manager -> manager.find(Book.class, 1L).blurb))
                    .isNull();
        }
    }

    @SuppressWarnings("JavaUtilDate") // a basic type that can change in place
    public static void changesInPlaceAreNoticed() {
        try (Library library = new Library()) {
            assertThat(library.notices(book -> book.signature.text = "Frank")).isTrue();
            assertThat(library.notices(book -> book.cover[1] = 3)).isTrue();
            assertThat(library.notices(book -> book.printed.setTime(86_400_000)))
                    .isTrue();
        }
    }

    public static void whatIsAsBeforeIsNoChange() {
        try (Library library = new Library()) {
            assertThat(library.notices(book -> {
                        book.title = "x";
                        book.title = "Dune";
                    }))
                    .isFalse();
            assertThat(library.notices(book -> {})).isFalse();
        }
    }

    public static void aChangeAfterAFlushIsNoticed() {
        try (Library library = new Library()) {
            library.run(manager -> {
                Book book = manager.find(Book.class, 1L);
                book.title = "one";
                manager.flush();
                book.title = "two";
                Loan loan = new Loan(8, manager.find(Book.class, 2L), "Bob");
                manager.persist(loan);
                manager.flush();
                loan.reader = "Eve";
            });
            library.run(manager -> {
                assertThat(manager.find(Book.class, 1L).title).isEqualTo("two");
                assertThat(manager.find(Loan.class, 8L).reader).isEqualTo("Eve");
            });
        }
    }

    public static void aRefreshForgetsWhatWasAssigned() {
        try (Library library = new Library()) {
            assertThat(library.notices(book -> {})).isFalse();
            library.run(manager -> {
                Book book = manager.find(Book.class, 1L);
                book.title = "lost";
                manager.refresh(book);
                assertThat(book.title).isEqualTo("Dune");
                assertThat(book.publisher.name()).isEqualTo("Tor");
            });
            assertThat(library.text(manager -> manager.find(Book.class, 1L).title))
                    .isEqualTo("Dune");
        }
    }

    public static void whatAQueryFetchesIsThereOnceItIsDetached() {
        try (Library library = new Library()) {
            Book book = library.call(manager -> manager.createQuery(
                            "select b from Book b join fetch b.publisher left join fetch b.loan where b.id = 1",
                            Book.class)
                    .getSingleResult());
            assertThat(book.publisher.name()).isEqualTo("Tor");
            assertThat(book.loan.reader()).isEqualTo("Ann");
            Book other = library.call(manager -> manager.createQuery(
                            "select b from Book b left join fetch b.loan where b.id = 2", Book.class)
                    .getSingleResult());
            assertThat(other.loan).isNull();
        }
    }

    public static void aDetachedInstanceIsMergedWithoutWhatItDoesNotHave() {
        try (Library library = new Library()) {
            Book detached = library.call(manager -> manager.find(Book.class, 1L));
            detached.title = "merged";
            library.run(manager -> manager.merge(detached));
            library.run(manager -> {
                Book book = manager.find(Book.class, 1L);
                assertThat(book.title).isEqualTo("merged");
                assertThat(book.publisher.name()).isEqualTo("Tor");
                assertThat(book.loan.reader()).isEqualTo("Ann");
            });
        }
    }

    public static void finalFieldsAreReadAndKept() {
        try (Library library = new Library(Ticket.class)) {
            library.run(manager -> manager.persist(new Ticket(4, "Tor", "Ann")));
            library.run(manager -> manager.find(Ticket.class, 4L).give("Bob"));
            assertThat(library.text(manager -> manager.find(Ticket.class, 4L).text()))
                    .isEqualTo("4TorBob");
        }
    }

    public static void methodsOfObjectLoadWhatTheyRead() {
        try (Library library = new Library(Ticket.class)) {
            library.run(manager -> manager.persist(new Ticket(4, "Tor", "Ann")));
            library.run(manager -> {
                assertThat(manager.getReference(Ticket.class, 4L)).hasToString("Ticket of Ann");
            });
            library.run(manager -> {
                Ticket reference = manager.getReference(Ticket.class, 4L);
                assertThat(reference.id()).isEqualTo(4);
                assertThat(library.util().isLoaded(reference)).isFalse();
                assertThat(reference.hashCode()).isEqualTo("Ann".hashCode());
                assertThat(library.util().isLoaded(reference)).isTrue();
            });
            library.run(manager ->
                    assertThat(manager.getReference(Ticket.class, 4L)).isEqualTo(new Ticket(4, "", "Ann")));
        }
    }

    public static void aClassWithNativeMethodsIsAnEntity() {
        try (Library library = new Library(NativeItem.class)) {
            library.run(manager -> {
                NativeItem item = new NativeItem();
                item.id = 3;
                item.name = "here";
                manager.persist(item);
            });
            library.run(manager -> manager.find(NativeItem.class, 3L).name = "there");
            assertThat(library.text(manager -> manager.find(NativeItem.class, 3L).name))
                    .isEqualTo("there");
        }
    }

    public static void aCloneOfAReferenceHasAll() {
        try (Library library = new Library()) {
            library.run(manager -> {
                try {
                    Book copy = (Book) manager.getReference(Book.class, 1L).clone();
                    assertThat(copy.title).isEqualTo("Dune");
                    copy.title = "copied";
                } catch (CloneNotSupportedException e) {
                    throw new AssertionError(e);
                }
            });
            assertThat(library.text(manager -> manager.find(Book.class, 1L).title))
                    .isEqualTo("Dune");
        }
    }
}
