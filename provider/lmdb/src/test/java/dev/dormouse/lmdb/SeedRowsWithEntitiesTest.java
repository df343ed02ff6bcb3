package dev.dormouse.lmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.SchemaManager;
import jakarta.persistence.SchemaValidationException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        factory = new PersistenceConfiguration("roles")
                .provider("dev.dormouse.DormousePersistenceProvider")
                .property("jakarta.persistence.jdbc.url", "lmdb:" + folder)
                .managedClass(Role.class)
                .managedClass(Permission.class)
                .managedClass(Realm.class)
                .createEntityManagerFactory();
        database = factory.unwrap(LmdbDatabase.class);
    }

    @AfterEach
    void close() {
        assertThat(database.verify().problems()).isEmpty();
        factory.close();
    }

    private long rows(String table) {
        return database.stats().map(table).rows();
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
        for (int count : new int[] {0, 1, 2, 17, 1000}) {
            factory.runInTransaction(manager -> {
                Role role = new Role(count);
                for (int i = 0; i < count; i++) {
                    role.permissions.add(new Permission(count * 10_000L + i, role));
                }
                manager.persist(role);
            });
            assertThat(factory.<Integer>callInTransaction(manager ->
                            manager.find(Role.class, (long) count).permissions.size()))
                    .isEqualTo(count);
        }
        assertThat(rows("Permission")).isEqualTo(1020);
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
