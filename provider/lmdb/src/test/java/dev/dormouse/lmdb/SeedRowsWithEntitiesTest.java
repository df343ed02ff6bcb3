package dev.dormouse.lmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.query.QueryExplanation;
import dev.dormouse.settings.DormouseSettings;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.SchemaManager;
import jakarta.persistence.SchemaValidationException;
import jakarta.persistence.TypedQuery;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ancestor's rows about references, as entities on LMDB: asserted on what is stored. */
class SeedRowsWithEntitiesTest {

    /** A role with dependants. */
    @Entity(name = "Role")
    public static class Role {

        @Id
        long id;

        @OneToMany(mappedBy = "role", cascade = CascadeType.ALL, orphanRemoval = true)
        List<Permission> permissions = new ArrayList<>();

        @ManyToMany
        List<Realm> realms = new ArrayList<>();

        protected Role() {}

        Role(long id) {
            this.id = id;
        }
    }

    /** What a role may do. */
    @Entity(name = "Permission")
    public static class Permission {

        @Id
        long id;

        @ManyToOne
        @Nullable
        Role role;

        protected Permission() {}

        Permission(long id, @Nullable Role role) {
            this.id = id;
            this.role = role;
        }
    }

    /** Something that roles share. */
    @Entity(name = "Realm")
    public static class Realm {

        @Id
        long id;

        protected Realm() {}

        Realm(long id) {
            this.id = id;
        }
    }

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path folder;

    private EntityManagerFactory factory;
    private LmdbDatabase database;

    @BeforeEach
    void open() {
        factory = unit(Map.of());
        database = factory.unwrap(LmdbDatabase.class);
    }

    private EntityManagerFactory unit(Map<String, String> settings) {
        PersistenceConfiguration unit = new PersistenceConfiguration("roles")
                .provider("dev.dormouse.DormousePersistenceProvider")
                .property("jakarta.persistence.jdbc.url", "lmdb:" + folder)
                .managedClass(Role.class)
                .managedClass(Permission.class)
                .managedClass(Realm.class)
                .managedClass(Tick.class);
        settings.forEach(unit::property);
        return unit.createEntityManagerFactory();
    }

    @AfterEach
    void close() {
        assertThat(database.verify().problems()).isEmpty();
        factory.close();
    }

    private long rows(String table) {
        return database.stats().map(table).rows();
    }

    private long entries(String table) {
        return database.stats().map(table).entries();
    }

    /** When a market was seen. */
    @Embeddable
    public record TickId(UUID market, Instant at) {}

    /** A price. */
    @Entity(name = "Tick")
    public static class Tick {

        @EmbeddedId
        TickId id = new TickId(new UUID(0, 0), Instant.EPOCH);

        protected Tick() {}

        Tick(UUID market, Instant at) {
            id = new TickId(market, at);
        }
    }

    @Test
    void row05_a_range_of_one_market_has_its_rows_only_and_visits_no_others() {
        UUID low = new UUID(1, 0);
        UUID high = new UUID(Long.MIN_VALUE, 0);
        Instant start = Instant.parse("1969-12-31T23:59:55Z");
        Instant far = Instant.parse("2262-04-12T00:00:00Z");
        factory.runInTransaction(manager -> {
            for (UUID market : List.of(high, low)) {
                IntStream.range(0, 10).forEach(second -> manager.persist(new Tick(market, start.plusSeconds(second))));
                manager.persist(new Tick(market, far));
            }
        });
        factory.runInTransaction(manager -> {
            TypedQuery<Instant> range = manager.createQuery(
                            "select t.id.at from Tick t where t.id.market = :market and t.id.at between :from and :to"
                                    + " order by t.id.at",
                            Instant.class)
                    .setParameter("market", high)
                    .setParameter("from", start.plusSeconds(2))
                    .setParameter("to", start.plusSeconds(6));
            assertThat(range.getResultList())
                    .containsExactlyElementsOf(IntStream.rangeClosed(2, 6)
                            .mapToObj(start::plusSeconds)
                            .toList());
            assertThat(range.unwrap(QueryExplanation.class).entriesVisited()).isLessThanOrEqualTo(5 + 1);
            assertThat(manager.createQuery(
                                    "select t.id.at from Tick t where t.id.market = :market order by t.id.at",
                                    Instant.class)
                            .setParameter("market", low)
                            .getResultList())
                    .hasSize(11)
                    .isSorted()
                    .endsWith(far);
            assertThat(manager.createQuery("select distinct t.id.market from Tick t order by t.id.market", UUID.class)
                            .getResultList())
                    .as("unsigned")
                    .containsExactly(low, high);
        });
    }

    @Test
    void row18_a_unit_that_reads_refuses_a_flush_and_a_full_map_fails_whole_until_it_may_grow() {
        factory.runInTransaction(manager -> manager.persist(new Realm(1)));
        factory.close();
        try (EntityManagerFactory reading = unit(Map.of(DormouseSettings.LMDB_READ_ONLY, "true"))) {
            assertThatThrownBy(() -> reading.runInTransaction(manager -> {
                        assertThat(manager.find(Realm.class, 1L)).isNotNull();
                        manager.persist(new Realm(2));
                        manager.flush();
                    }))
                    .isInstanceOf(PersistenceException.class)
                    .hasMessageContaining("DORM0509");
        }
        try (EntityManagerFactory small = unit(Map.of(DormouseSettings.LMDB_MAP_SIZE, "256KiB"))) {
            assertThatThrownBy(() -> small.runInTransaction(SeedRowsWithEntitiesTest::manyRealms))
                    .isInstanceOf(PersistenceException.class)
                    .hasStackTraceContaining("DORM0813");
            assertThat(small.unwrap(LmdbDatabase.class).stats().map("Realm").rows())
                    .isEqualTo(1);
        }
        try (EntityManagerFactory growing =
                unit(Map.of(DormouseSettings.LMDB_MAP_SIZE, "256KiB", DormouseSettings.LMDB_MAX_MAP_SIZE, "64MiB"))) {
            growing.runInTransaction(SeedRowsWithEntitiesTest::manyRealms);
        }
        open();
        assertThat(rows("Realm")).isEqualTo(20_001);
    }

    private static void manyRealms(EntityManager manager) {
        LongStream.range(100, 20_100).forEach(id -> manager.persist(new Realm(id)));
    }

    @Test
    void row19_statistics_equal_the_counts_of_queries() {
        factory.runInTransaction(manager -> {
            Realm realm = new Realm(1);
            manager.persist(realm);
            for (long id = 0; id < 30; id++) {
                Role role = new Role(id);
                role.realms.add(realm);
                role.permissions.add(new Permission(id, role));
                manager.persist(role);
            }
        });
        factory.runInTransaction(manager ->
                manager.createQuery("delete from Permission p where p.id < 10").executeUpdate());
        for (String entity : List.of("Role", "Permission", "Realm", "Tick")) {
            assertThat(factory.<Long>callInTransaction(
                            manager -> manager.createQuery("select count(e) from " + entity + " e", Long.class)
                                    .getSingleResult()))
                    .as(entity)
                    .isEqualTo(rows(entity));
        }
        assertThat(rows("Permission")).isEqualTo(20);
    }

    /** A role whose key is a text. */
    @Entity(name = "Role")
    public static class RenumberedRole {

        @Id
        String id = "";
    }

    @Test
    void row02_a_changed_key_type_does_not_validate() throws SchemaValidationException {
        SchemaManager roles = factory.getSchemaManager();
        roles.validate();
        assertThatThrownBy(this::renumbered)
                .hasMessageContaining("is LONG, the mapping needs STRING")
                .hasMessageContaining("'Role.id'");
        roles.drop(false);
        try (EntityManagerFactory changed = renumbered()) {
            changed.getSchemaManager().validate();
            assertThatThrownBy(roles::validate)
                    .isInstanceOfSatisfying(SchemaValidationException.class, e -> assertThat(e.getFailures())
                            .anySatisfy(failure -> assertThat(failure)
                                    .hasMessageContaining("'Role.id' is STRING, the mapping needs LONG")));
        }
    }

    private EntityManagerFactory renumbered() {
        return new PersistenceConfiguration("renumbered")
                .provider("dev.dormouse.DormousePersistenceProvider")
                .property("jakarta.persistence.jdbc.url", "lmdb:" + folder)
                .managedClass(RenumberedRole.class)
                .createEntityManagerFactory();
    }

    @Test
    void row09_children_come_back_by_the_index_of_their_reference() {
        for (int count : new int[] {0, 1, 2, 17, 10_000}) {
            factory.runInTransaction(manager -> {
                Role role = new Role(count);
                for (int i = 0; i < count; i++) {
                    role.permissions.add(new Permission(count * 100_000L + i, role));
                }
                manager.persist(role);
            });
            assertThat(factory.<Integer>callInTransaction(manager ->
                            manager.find(Role.class, (long) count).permissions.size()))
                    .isEqualTo(count);
        }
        assertThat(rows("Permission")).isEqualTo(10_020);
        long entries = entries("Permission");
        factory.runInTransaction(
                manager -> manager.persist(new Permission(-1, manager.getReference(Role.class, 10_000L))));
        assertThat(rows("Permission")).isEqualTo(10_021);
        assertThat(entries("Permission")).isEqualTo(entries + 1);
    }

    @Test
    void row10_a_reference_to_nothing_is_refused_and_a_target_is_kept() {
        assertThatThrownBy(() -> factory.runInTransaction(
                        manager -> manager.persist(new Permission(1, manager.getReference(Role.class, 99L)))))
                .isInstanceOf(PersistenceException.class);
        assertThat(rows("Permission")).isZero();
        factory.runInTransaction(manager -> {
            Role role = new Role(1);
            manager.persist(role);
            manager.persist(new Permission(1, role));
        });
        assertThatThrownBy(() -> factory.runInTransaction(
                        manager -> manager.createQuery("delete from Role r").executeUpdate()))
                .isInstanceOf(PersistenceException.class);
        assertThat(rows("Role")).isEqualTo(1);
    }

    @Test
    void row11_a_role_takes_its_dependants_and_leaves_what_is_shared() {
        factory.runInTransaction(manager -> {
            Realm shared = new Realm(1);
            manager.persist(shared);
            for (long id = 1; id <= 2; id++) {
                Role role = new Role(id);
                role.realms.add(shared);
                role.permissions.add(new Permission(id, role));
                manager.persist(role);
            }
        });
        assertThat(rows("Role_Realm")).isEqualTo(2);
        factory.runInTransaction(manager -> manager.remove(manager.find(Role.class, 1L)));
        assertThat(rows("Role")).isEqualTo(1);
        assertThat(rows("Permission")).isEqualTo(1);
        assertThat(rows("Role_Realm")).isEqualTo(1);
        assertThat(rows("Realm")).isEqualTo(1);
    }
}
