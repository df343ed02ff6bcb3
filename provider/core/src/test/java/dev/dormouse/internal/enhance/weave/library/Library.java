package dev.dormouse.internal.enhance.weave.library;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.PersistenceUnitUtil;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/** A library with two books in a store of its own. */
final class Library implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final EntityManagerFactory factory;

    @SuppressWarnings("JavaUtilDate") // a basic type that can change in place
    Library() {
        this(Book.class, Loan.class, Publisher.class, Signature.class);
        run(manager -> {
            Publisher publisher = new Publisher(1, "Tor");
            Book first = new Book(1, "Dune");
            first.publisher = publisher;
            first.signature = new Signature("F. H.");
            first.cover = new byte[] {1, 2};
            first.printed = new Date(0);
            first.blurb = "Sand";
            first.shelf = "A";
            Book second = new Book(2, first);
            second.title = "Dune Messiah";
            second.sequelOf = first;
            manager.persist(publisher);
            manager.persist(first);
            manager.persist(second);
            manager.persist(new Loan(7, first, "Ann"));
        });
    }

    /** Makes an empty one of other classes. */
    Library(Class<?>... classes) {
        String name = "library" + COUNT.incrementAndGet();
        PersistenceConfiguration configuration = new PersistenceConfiguration(name)
                .provider("dev.dormouse.DormousePersistenceProvider")
                .property("jakarta.persistence.jdbc.url", "memory:" + name);
        for (Class<?> type : classes) {
            configuration.managedClass(type);
        }
        factory = configuration.createEntityManagerFactory();
    }

    void run(Consumer<EntityManager> work) {
        factory.runInTransaction(work);
    }

    <T> T call(Function<EntityManager, T> work) {
        return factory.callInTransaction(work);
    }

    String text(Function<EntityManager, String> work) {
        return call(work);
    }

    PersistenceUnitUtil util() {
        return factory.getPersistenceUnitUtil();
    }

    /** Changes the first book, and returns whether that was noticed: its version is one more. */
    boolean notices(Consumer<Book> change) {
        int before = call(manager -> manager.find(Book.class, 1L).version);
        run(manager -> change.accept(manager.find(Book.class, 1L)));
        return call(manager -> manager.find(Book.class, 1L).version) == before + 1;
    }

    @Override
    public void close() {
        factory.close();
    }
}
