package dev.dormouse.lmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.lmdb.key.KeyTypes;
import dev.dormouse.lmdb.schema.MapDescriptor;
import dev.dormouse.lmdb.schema.MapIndex;
import dev.dormouse.lmdb.value.ValueTypes;
import dev.dormouse.store.StoreException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.RollbackException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entities and typed maps in one transaction. */
class EntityManagerMapsTest {

    private static final MapIndex<Long, String, String> FIRST =
            MapIndex.of("first", KeyTypes.string(), text -> text.substring(0, 1));
    private static final MapDescriptor<Long, String> LOG = MapDescriptor.of(
                    "log", "6f0a8a52-8b0c-4d0e-9a3c-1f6c5b7a0021", KeyTypes.int64(), ValueTypes.string())
            .with(FIRST);

    /** An entity. */
    @Entity(name = "Note")
    public static class Note {

        @Id
        long id;

        @Column(unique = true)
        String text = "";

        protected Note() {}

        Note(long id, String text) {
            this.id = id;
            this.text = text;
        }
    }

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path folder;

    private EntityManagerFactory factory;
    private LmdbDatabase database;

    @BeforeEach
    void open() {
        factory = new PersistenceConfiguration("notes")
                .provider("dev.dormouse.DormousePersistenceProvider")
                .property("jakarta.persistence.jdbc.url", "lmdb:" + folder)
                .managedClass(Note.class)
                .createEntityManagerFactory();
        database = LmdbDatabase.open(folder).open(LOG);
    }

    @AfterEach
    void close() {
        assertThat(database.verify().problems()).isEmpty();
        database.close();
        factory.close();
    }

    private @Nullable String logged(long key) {
        return database.read(tx -> tx.map(LOG).get(key));
    }

    @Test
    void a_typed_map_commits_with_the_entities() {
        try (EntityManager manager = factory.createEntityManager()) {
            LmdbDatabase joined = manager.unwrap(LmdbDatabase.class);
            manager.getTransaction().begin();
            manager.persist(new Note(1, "one"));
            joined.write(tx -> tx.map(LOG).put(1L, "made one"));
            assertThat(joined.<String>read(tx -> tx.map(LOG).get(1L))).isEqualTo("made one");
            assertThat(joined.<Long>read(tx -> tx.map(LOG).by(FIRST).count("m")))
                    .isEqualTo(1);
            assertThat(logged(1)).isNull();
            manager.getTransaction().commit();
            assertThat(joined.<String>read(tx -> tx.map(LOG).get(1L))).isEqualTo("made one");
        }
        assertThat(logged(1)).isEqualTo("made one");
        assertThat(factory.<Note>callInTransaction(manager -> manager.find(Note.class, 1L)).text)
                .isEqualTo("one");
    }

    @Test
    void a_typed_map_rolls_back_with_the_entities() {
        try (EntityManager manager = factory.createEntityManager()) {
            LmdbDatabase joined = manager.unwrap(LmdbDatabase.class);
            manager.getTransaction().begin();
            manager.persist(new Note(1, "one"));
            joined.write(tx -> tx.map(LOG).put(1L, "made one"));
            manager.getTransaction().rollback();
            assertThat(logged(1)).isNull();
            manager.getTransaction().begin();
            assertThat(joined.<String>read(tx -> tx.map(LOG).get(1L))).isNull();
            manager.getTransaction().commit();
        }
        factory.runInTransaction(manager -> manager.persist(new Note(1, "one")));
        assertThatThrownBy(() -> factory.runInTransaction(manager -> {
                    manager.unwrap(LmdbDatabase.class).write(tx -> tx.map(LOG).put(2L, "made two"));
                    manager.persist(new Note(2, "one"));
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(logged(2)).isNull();
    }

    @Test
    void work_that_throws_is_undone_alone() {
        factory.runInTransaction(manager -> {
            LmdbDatabase joined = manager.unwrap(LmdbDatabase.class);
            joined.write(tx -> tx.map(LOG).put(1L, "kept"));
            assertThatThrownBy(() -> joined.write(tx -> {
                        tx.map(LOG).put(1L, "lost");
                        tx.map(LOG).put(2L, "lost");
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");
            assertThat(joined.<String>read(tx -> tx.map(LOG).get(1L))).isEqualTo("kept");
        });
        assertThat(logged(1)).isEqualTo("kept");
        assertThat(logged(2)).isNull();
    }

    @Test
    void a_row_that_somebody_changed_rolls_the_entities_back() {
        database.write(tx -> tx.map(LOG).put(1L, "start"));
        assertThatThrownBy(() -> factory.runInTransaction(manager -> {
                    manager.persist(new Note(1, "one"));
                    manager.unwrap(LmdbDatabase.class).write(tx -> tx.map(LOG).merge(1L, " mine", String::concat));
                    database.write(tx -> tx.map(LOG).put(1L, "theirs"));
                }))
                .isInstanceOf(RollbackException.class)
                .hasCauseInstanceOf(OptimisticLockException.class);
        assertThat(logged(1)).isEqualTo("theirs");
        assertThat(factory.<@Nullable Note>callInTransaction(manager -> manager.find(Note.class, 1L)))
                .isNull();
    }

    @Test
    void a_commit_inside_of_a_write_of_the_same_thread_is_an_error() {
        database.write(
                tx -> assertThatThrownBy(() -> factory.runInTransaction(manager -> manager.persist(new Note(1, "one"))))
                        .hasStackTraceContaining("DORM0824"));
    }

    @Test
    void the_table_of_an_entity_is_a_map() {
        factory.runInTransaction(manager -> {
            manager.persist(new Note(1, "one"));
            manager.flush();
            manager.unwrap(LmdbDatabase.class).write(tx -> {
                TableMap notes = tx.table("Note");
                Map<String, @Nullable Object> row = notes.get(1L);
                assertThat(row).isNotNull().containsValue("one");
                Map<String, @Nullable Object> second = new LinkedHashMap<>(row);
                second.replaceAll((name, value) -> value instanceof Long ? (Object) 2L : "two");
                notes.put(second);
                assertThat(notes.rows()).hasSize(2);
                assertThat(notes.remove(1L)).isTrue();
                assertThat(notes.remove(1L)).isFalse();
            });
        });
        factory.runInTransaction(manager -> {
            assertThat(manager.find(Note.class, 1L)).isNull();
            assertThat(manager.find(Note.class, 2L).text).isEqualTo("two");
        });
        assertThat(database.stats().map("Note").rows()).isEqualTo(1);
        database.writeBuffered(tx -> assertThat(tx.table("note").rows()).hasSize(1));
        assertThatThrownBy(() -> database.write(tx -> tx.table("Note")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("DORM1133");
        assertThatThrownBy(() -> database.writeBuffered(tx -> tx.table("Nothing")))
                .hasMessageContaining("DORM1131");
    }

    @Test
    void undone_changes_of_a_table_leave_only_rolling_back() {
        assertThatThrownBy(() -> factory.runInTransaction(manager -> {
                    manager.persist(new Note(1, "one"));
                    manager.flush();
                    assertThatThrownBy(() -> manager.unwrap(LmdbDatabase.class).write(tx -> {
                                tx.table("Note").remove(1L);
                                throw new IllegalStateException("no");
                            }))
                            .hasMessage("no");
                }))
                .isInstanceOf(RollbackException.class);
        assertThat(database.stats().map("Note").rows()).isZero();
    }
}
