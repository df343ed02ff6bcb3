package dev.dormouse.spec.ch07;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.spec.SpecUnit;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.SchemaManager;
import jakarta.persistence.SchemaValidationException;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Section 7.6, the schema manager of a factory that goes on running. */
final class SchemaManagerTest {

    @RegisterExtension
    final SpecUnit unit = SpecUnit.of(Shelf.class, Book.class);

    @RegisterExtension
    final SpecUnit library = SpecUnit.of(Extra.class, Shelf.class, Book.class);

    private static Book book(String title, Shelf shelf) {
        Book book = new Book();
        book.title = title;
        book.shelf = shelf;
        return book;
    }

    private static void fill(EntityManager manager) {
        Shelf shelf = new Shelf();
        Book first = book("first", shelf);
        Book second = book("second", shelf);
        first.alike.add(second);
        manager.persist(shelf);
        manager.persist(first);
        manager.persist(second);
    }

    private static void checkFilled(EntityManager manager) {
        List<Book> books = manager.createNamedQuery("byTitle", Book.class).getResultList();
        assertThat(books).extracting(book -> book.title).containsExactly("first", "second");
        assertThat(books.get(0).alike).containsExactly(books.get(1));
        assertThat(manager.find(Shelf.class, books.get(0).shelf.id)).isSameAs(books.get(1).shelf);
    }

    private static void recreate(EntityManagerFactory factory) {
        SchemaManager schema = factory.getSchemaManager();
        schema.drop(false);
        schema.create(false);
    }

    @Test
    void aRunningFactoryUsesRecreatedTables() {
        unit.run(SchemaManagerTest::fill);
        recreate(unit.factory());

        unit.run(manager -> assertThat(
                        (List<?>) manager.createNamedQuery("byTitle").getResultList())
                .isEmpty());
        unit.run(SchemaManagerTest::fill);
        unit.run(SchemaManagerTest::checkFilled);
        recreate(unit.factory());
        unit.run(SchemaManagerTest::fill);
        unit.run(SchemaManagerTest::checkFilled);
        assertThatCode(() -> unit.factory().getSchemaManager().validate()).doesNotThrowAnyException();
    }

    @Test
    void anOpenManagerAndItsQueriesUseRecreatedTables() {
        EntityManager manager = unit.manager();
        TypedQuery<Book> query = manager.createNamedQuery("byTitle", Book.class);
        assertThat(query.getResultList()).isEmpty();
        recreate(unit.factory());
        manager.getTransaction().begin();
        fill(manager);
        manager.getTransaction().commit();

        manager.clear();
        assertThat(query.getResultList()).hasSize(2);
        checkFilled(manager);
    }

    @Test
    void entitiesOfDroppedTablesAreRefusedUntilTheyAreCleared() {
        unit.run(SchemaManagerTest::fill);
        EntityManager manager = unit.manager();
        Book found =
                manager.createNamedQuery("byTitle", Book.class).getResultList().get(0);
        recreate(unit.factory());

        manager.getTransaction().begin();
        found.title = "changed";
        assertThatExceptionOfType(PersistenceException.class)
                .isThrownBy(manager::flush)
                .withStackTraceContaining("DORM0703")
                .withMessageContaining("clear the entity manager");
        manager.getTransaction().rollback();
        manager.getTransaction().begin();
        fill(manager);
        manager.getTransaction().commit();
        manager.clear();
        checkFilled(manager);
    }

    @Test
    void namedQueriesSurvive() {
        EntityManager manager = unit.manager();
        unit.factory().addNamedQuery("mine", manager.createQuery("SELECT COUNT(b) FROM Book b", Long.class));
        recreate(unit.factory());
        unit.run(SchemaManagerTest::fill);

        unit.run(m -> assertThat(m.createNamedQuery("mine", Long.class).getSingleResult())
                .isEqualTo(2L));
    }

    @Test
    void droppedTablesFailEveryStatement() {
        unit.run(SchemaManagerTest::fill);
        unit.factory().getSchemaManager().drop(false);

        assertThatExceptionOfType(SchemaValidationException.class)
                .isThrownBy(() -> unit.factory().getSchemaManager().validate())
                .satisfies(invalid -> assertThat(invalid.getFailures()).isNotEmpty());
        assertMissing(() -> unit.run(manager -> manager.find(Shelf.class, 1L)));
        assertMissing(
                () -> unit.run(manager -> manager.createNamedQuery("byTitle").getResultList()));
        assertMissing(() ->
                unit.run(manager -> manager.createQuery("DELETE FROM Book b").executeUpdate()));
        assertThatExceptionOfType(PersistenceException.class)
                .isThrownBy(() -> unit.run(SchemaManagerTest::fill))
                .withStackTraceContaining("DORM07");
        unit.factory().getSchemaManager().create(false);
        unit.run(SchemaManagerTest::fill);
        unit.run(SchemaManagerTest::checkFilled);
    }

    private static void assertMissing(Runnable statement) {
        assertThatThrownBy(statement::run)
                .isInstanceOf(PersistenceException.class)
                .hasMessageContaining("DORM0703");
    }

    @Test
    void truncateKeepsTheTables() {
        unit.run(SchemaManagerTest::fill);
        unit.factory().getSchemaManager().truncate();

        unit.run(manager -> assertThat(
                        (List<?>) manager.createNamedQuery("byTitle").getResultList())
                .isEmpty());
        unit.run(SchemaManagerTest::fill);
        unit.run(SchemaManagerTest::checkFilled);
    }

    @Test
    void anotherFactoryFollows() {
        String url = unit.freshUrl();
        EntityManagerFactory first = unit.create(url, Map.of());
        EntityManagerFactory second = unit.create(url, Map.of());
        first.runInTransaction(SchemaManagerTest::fill);
        second.runInTransaction(SchemaManagerTest::checkFilled);
        recreate(first);

        second.runInTransaction(SchemaManagerTest::fill);
        first.runInTransaction(SchemaManagerTest::checkFilled);
    }

    @Test
    void recreatedTablesMayHaveTheirFieldsAtOtherPlaces() {
        String url = library.freshUrl();
        EntityManagerFactory wide = library.create(url, Map.of());
        EntityManagerFactory narrow = unit.create(url, Map.of());
        wide.getSchemaManager().drop(false);
        narrow.getSchemaManager().create(false);
        wide.getSchemaManager().create(false);

        wide.runInTransaction(SchemaManagerTest::fill);
        narrow.runInTransaction(SchemaManagerTest::checkFilled);
    }

    @Test
    void tablesThatAreCreatedLaterAreFound() {
        EntityManagerFactory factory = unit.create(unit.freshUrl(), Map.of("dormouse.schema", "strict"));
        assertMissing(() -> factory.runInTransaction(manager -> manager.find(Shelf.class, 1L)));
        factory.getSchemaManager().create(false);

        factory.runInTransaction(SchemaManagerTest::fill);
        factory.runInTransaction(SchemaManagerTest::checkFilled);
    }

    @Entity(name = "Shelf")
    public static class Shelf {
        @Id
        @GeneratedValue
        Long id;
    }

    @Entity(name = "Book")
    @NamedQuery(name = "byTitle", query = "SELECT b FROM Book b ORDER BY b.title")
    public static class Book {
        @Id
        @GeneratedValue
        Long id;

        String title;

        @ManyToOne
        Shelf shelf;

        @ManyToMany
        List<Book> alike = new ArrayList<>();
    }

    /** Shares its table, and has a field there before those of the books. */
    @Entity(name = "Extra")
    @jakarta.persistence.Table(name = "Book")
    public static class Extra {
        @Id
        Long id;

        String before;
    }
}
