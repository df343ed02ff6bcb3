package dev.dormouse.internal.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.internal.execute.Execution;
import dev.dormouse.internal.layout.BoundLayout;
import dev.dormouse.internal.layout.LayoutOptions;
import dev.dormouse.internal.layout.document.DocumentLayout;
import dev.dormouse.internal.mapping.resolve.MappingResolver;
import dev.dormouse.internal.memory.MemoryStoreProvider;
import dev.dormouse.internal.query.build.ParameterName;
import dev.dormouse.internal.query.build.QueryDomain;
import dev.dormouse.store.Store;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.TransactionOptions;
import dev.dormouse.store.record.Layout;
import dev.dormouse.store.type.BasicType;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is compiled is kept until it turns out to be made for other data. */
class StatementCompilerTest {

    private static final String URL = "memory:compiled";
    private static final StatementCompiler.Key BY_TOPIC =
            StatementCompiler.Key.of("select n.weight from Note n where n.topic = :topic");

    private EntityManagerFactory factory;
    private Store store;
    private StatementCompiler compiler;

    @Entity(name = "Note")
    @Table(name = "note", indexes = @Index(name = "note_topic", columnList = "topic"))
    static class Note {
        @Id
        int id;

        String topic = "";
        int weight;
    }

    @BeforeEach
    void open() {
        factory = new PersistenceConfiguration("compiled")
                .provider("dev.dormouse.DormousePersistenceProvider")
                .property("jakarta.persistence.jdbc.url", URL)
                .managedClass(Note.class)
                .createEntityManagerFactory();
        store = new MemoryStoreProvider().open(URL, Map.of());
        ClassLoader loader = Note.class.getClassLoader();
        BoundLayout layout = DocumentLayout.of(
                        MappingResolver.resolve("compiled", Set.of(Note.class.getName()), loader),
                        new LayoutOptions(
                                loader,
                                converter -> {
                                    throw new AssertionError("no attribute has a converter");
                                },
                                Layout.DOCUMENT))
                .bind(store.catalog());
        compiler = new StatementCompiler(new QueryDomain(layout, loader), new StorePlans(store, 0));
    }

    @AfterEach
    void close() {
        store.close();
        factory.close();
    }

    private void persist(int first, int count, @Nullable String topic) {
        factory.runInTransaction(manager -> {
            for (int id = first; id < first + count; id++) {
                Note note = new Note();
                note.id = id;
                note.topic = topic == null ? "topic" + id : topic;
                manager.persist(note);
            }
        });
    }

    private CompiledQuery compiled(StatementCompiler.Key key) {
        return (CompiledQuery) compiler.compile(key);
    }

    private static int rows(Store store, CompiledQuery query, String topic) {
        int rows = 0;
        try (StoreTransaction transaction = store.begin(TransactionOptions.DEFAULT);
                Execution run = query.plan().open(transaction, new Object[] {topic}, Instant.EPOCH)) {
            while (run.next()) {
                rows++;
            }
        }
        return rows;
    }

    @Test
    void aPlanThatDoesFarMoreThanExpectedIsMadeAnewOnce() {
        persist(0, 2_000, null);
        CompiledQuery first = compiled(BY_TOPIC);
        assertThat(rows(store, first, "topic7")).isEqualTo(1);
        assertThat(compiled(BY_TOPIC)).isSameAs(first);
        persist(2_000, 12_000, "same");
        assertThat(rows(store, first, "same")).isEqualTo(12_000);
        CompiledQuery second = compiled(BY_TOPIC);
        assertThat(second).isNotSameAs(first);
        assertThat(rows(store, second, "same")).isEqualTo(12_000);
        assertThat(compiled(BY_TOPIC)).isSameAs(second);
    }

    @Test
    void theLeastRecentlyUsedTextsAreForgotten() {
        CompiledQuery first = compiled(BY_TOPIC);
        for (int i = 0; i < StatementCompiler.MOST_KEPT; i++) {
            compiled(new StatementCompiler.Key(
                    BY_TOPIC.text(), true, Map.of(ParameterName.named("p" + i), BasicType.LONG)));
        }
        assertThat(compiled(BY_TOPIC)).isNotSameAs(first);
    }
}
