package dev.dormouse.internal.enhance.weave.library;

import java.util.function.Consumer;

/** A library with two journals, of one publisher. */
final class Shelf {

    private Shelf() {}

    static Library filled() {
        Library library = new Library(Journal.class, Weekly.class, Publisher.class);
        library.run(manager -> {
            Publisher publisher = new Publisher(1, "Tor");
            Journal journal = new Journal(1, "Mind");
            journal.setPublisher(publisher);
            journal.setMotto("Slowly");
            journal.setLanguage("en");
            Weekly weekly = new Weekly(2, "Science");
            weekly.setSuccessor(journal);
            manager.persist(publisher);
            manager.persist(journal);
            manager.persist(weekly);
        });
        return library;
    }

    static boolean notices(Library library, long id, Consumer<Journal> change) {
        int before = library.call(manager -> manager.find(Journal.class, id).getVersion());
        library.run(manager -> change.accept(manager.find(Journal.class, id)));
        return library.call(manager -> manager.find(Journal.class, id).getVersion()) == before + 1;
    }
}
