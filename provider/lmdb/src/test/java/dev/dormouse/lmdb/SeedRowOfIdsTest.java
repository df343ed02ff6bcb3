package dev.dormouse.lmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.upokecenter.cbor.CBORObject;
import dev.dormouse.annotation.StoreId;
import dev.dormouse.lmdb.guide.RawStore;
import dev.dormouse.lmdb.key.KeyTypes;
import dev.dormouse.lmdb.schema.MapDescriptor;
import dev.dormouse.lmdb.value.ValueTypes;
import dev.dormouse.store.StoreException;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ancestor's first row, on entities: what a table is known by is its UUID. Asserted on the bytes of the closed store. */
class SeedRowOfIdsTest {

    private static final String UUID = "7d3c0f5e-3f7a-4a0c-9a55-0a4fb31d0001";

    /** An entity, once. */
    @Entity
    @StoreId(UUID)
    public static class Stamp {

        @Id
        @GeneratedValue
        long id;

        String motif = "";
    }

    /** The same entity, later. */
    @Entity
    @Table(name = "postage")
    @StoreId(UUID)
    public static class Postmark {

        @Id
        @GeneratedValue
        long id;

        String motif = "";
    }

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path folder;

    private EntityManagerFactory unit(Class<?>... classes) {
        PersistenceConfiguration unit = new PersistenceConfiguration("stamps")
                .provider("dev.dormouse.DormousePersistenceProvider")
                .property("jakarta.persistence.jdbc.url", "lmdb:" + folder);
        Arrays.stream(classes).forEach(unit::managedClass);
        return unit.createEntityManagerFactory();
    }

    private static void stamp(EntityManager manager, String motif) {
        Stamp stamp = new Stamp();
        stamp.motif = motif;
        manager.persist(stamp);
    }

    /** What the catalog has of the table with the UUID, and the table's records by their keys. */
    private record Stored(CBORObject definition, Map<String, String> records) {

        static Stored of(Path folder) {
            try (RawStore store = new RawStore(folder)) {
                CBORObject found = Objects.requireNonNull(tables(store).get(UUID));
                Map<String, String> records = new TreeMap<>();
                store.entries("t" + found.get("id").AsInt32Value())
                        .forEach((key, value) -> records.put(Arrays.toString(key), Arrays.toString(value)));
                return new Stored(found, records);
            }
        }

        private static Map<String, CBORObject> tables(RawStore store) {
            NavigableMap<byte[], byte[]> catalog = store.entries("dormouse");
            Map<String, CBORObject> tables = new TreeMap<>();
            catalog.forEach((key, value) -> {
                if (new String(key, StandardCharsets.UTF_8).startsWith("table/")) {
                    CBORObject table = CBORObject.DecodeFromBytes(Arrays.copyOf(value, value.length - 4));
                    CBORObject uuid = table.get("options").get("uuid");
                    if (uuid != null) {
                        tables.put(uuid.AsString(), table);
                    }
                }
            });
            return tables;
        }
    }

    @Test
    void row01_a_renamed_class_keeps_its_data_and_the_catalog_maps_its_uuid_to_the_table() {
        try (EntityManagerFactory factory = unit(Stamp.class)) {
            factory.runInTransaction(manager -> List.of("queen", "ship").forEach(motif -> stamp(manager, motif)));
        }
        Stored before = Stored.of(folder);
        assertThat(before.definition().get("name").AsString()).isEqualTo("Stamp");
        assertThat(before.records()).hasSize(2);

        try (EntityManagerFactory factory = unit(Postmark.class)) {
            factory.runInTransaction(manager -> assertThat(
                            manager.createQuery("select p.motif from Postmark p order by p.id", String.class)
                                    .getResultList())
                    .containsExactly("queen", "ship"));
        }
        Stored after = Stored.of(folder);
        assertThat(after.definition().get("name").AsString()).isEqualTo("postage");
        assertThat(after.definition().get("id")).isEqualTo(before.definition().get("id"));
        assertThat(after.records()).isEqualTo(before.records());

        try (EntityManagerFactory factory = unit(Postmark.class)) {
            factory.runInTransaction(manager -> manager.persist(new Postmark()));
            LmdbDatabase database = factory.unwrap(LmdbDatabase.class);
            assertThat(database.stats().map("postage").rows())
                    .as("no id came twice")
                    .isEqualTo(3);
            assertThat(database.stats().map("postage").uuid()).hasToString(UUID);
            assertThat(database.verify().problems()).isEmpty();
        }
    }

    @Test
    void row01_two_entities_with_one_uuid_fail_at_the_creation_of_the_factory() {
        assertThatThrownBy(() -> unit(Stamp.class, Postmark.class))
                .isInstanceOf(PersistenceException.class)
                .hasMessageContaining("DORM0196")
                .hasMessageContaining(UUID)
                .hasMessageContaining(Stamp.class.getName())
                .hasMessageContaining(Postmark.class.getName());
    }

    @Test
    void row01_a_uuid_is_of_a_table_or_of_a_typed_map() {
        MapDescriptor<String, String> album = MapDescriptor.of("album", UUID, KeyTypes.string(), ValueTypes.string());
        try (EntityManagerFactory factory = unit(Stamp.class)) {
            LmdbDatabase database = factory.unwrap(LmdbDatabase.class);
            assertThatThrownBy(() -> database.open(album))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("DORM1136 Table and map have one UUID: '" + UUID)
                    .hasMessageContaining("'Stamp'")
                    .hasMessageContaining("'album'");
            factory.getSchemaManager().drop(false);
        }
        try (LmdbDatabase database = LmdbDatabase.open(folder).open(album)) {
            database.write(tx -> tx.map(album).put("page", "one"));
            assertThatThrownBy(() -> unit(Stamp.class))
                    .isInstanceOf(PersistenceException.class)
                    .hasMessageContaining("DORM1136 Table and map have one UUID");
            assertThat(database.<String>read(
                            tx -> Objects.requireNonNull(tx.map(album).get("page"))))
                    .isEqualTo("one");
        }
    }
}
