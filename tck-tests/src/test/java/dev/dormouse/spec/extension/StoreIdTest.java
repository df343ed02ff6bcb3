package dev.dormouse.spec.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.annotation.StoreId;
import dev.dormouse.spec.SpecUnit;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.SchemaValidationException;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@link StoreId}: an entity keeps its data when class, entity and table get other names, on every store. */
final class StoreIdTest {

    private static final String ROLE = "5ea37a1e-5bd0-4df0-a4e0-6f0b4f0bb401";
    private static final String PERMISSION = "5ea37a1e-5bd0-4df0-a4e0-6f0b4f0bb402";
    private static final Map<String, String> NOTHING = Map.of("dormouse.schema", "strict");
    private static final Map<String, String> ANEW =
            Map.of("jakarta.persistence.schema-generation.database.action", "drop-and-create");

    @RegisterExtension
    final SpecUnit before = SpecUnit.of(Role.class, Permission.class, Realm.class);

    @RegisterExtension
    final SpecUnit after = SpecUnit.of(Duty.class, Right.class, Realm.class);

    @RegisterExtension
    final SpecUnit successor = SpecUnit.of(Duty.class, Right.class, Realm.class, NewRole.class);

    @RegisterExtension
    final SpecUnit without = SpecUnit.of(RoleWithoutId.class);

    @RegisterExtension
    final SpecUnit other = SpecUnit.of(RoleWithOtherId.class);

    // region before
    @Entity(name = "Role")
    @StoreId(ROLE)
    static class Role {
        // endregion
        @Id
        @GeneratedValue
        long id;

        String name;

        @ManyToMany
        List<Realm> realms = new ArrayList<>();

        @OneToMany(mappedBy = "role")
        List<Permission> permissions = new ArrayList<>();

        @ElementCollection
        List<String> notes = new ArrayList<>();
    }

    @Entity(name = "Permission")
    @Table(name = "permissions")
    @StoreId(PERMISSION)
    static class Permission {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        long id;

        @ManyToOne
        Role role;
    }

    @Entity(name = "Realm")
    static class Realm {
        @Id
        long id;
    }

    /** The same, renamed. */
    // region after
    @Entity(name = "Duty")
    @Table(name = "duties")
    @StoreId(ROLE)
    static class Duty {
        // endregion
        @Id
        @GeneratedValue
        long id;

        String name;

        @ManyToMany
        List<Realm> realms = new ArrayList<>();

        @OneToMany(mappedBy = "role")
        List<Right> permissions = new ArrayList<>();

        @ElementCollection
        List<String> notes = new ArrayList<>();
    }

    @Entity(name = "Right_")
    @StoreId(PERMISSION)
    static class Right {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        long id;

        @ManyToOne
        Duty role;
    }

    /** What is called as the first one was. */
    @Entity(name = "Role")
    static class NewRole {
        @Id
        @GeneratedValue
        long id;

        String title;
    }

    @Entity(name = "Role")
    static class RoleWithoutId {
        @Id
        @GeneratedValue
        long id;

        String name;
    }

    @Entity(name = "Role")
    @StoreId("5ea37a1e-5bd0-4df0-a4e0-6f0b4f0bb499")
    static class RoleWithOtherId {
        @Id
        @GeneratedValue
        long id;

        String name;
    }

    private static void fill(EntityManager manager) {
        Realm realm = new Realm();
        realm.id = 1;
        manager.persist(realm);
        for (String name : List.of("cook", "guard")) {
            Role role = new Role();
            role.name = name;
            role.realms.add(realm);
            role.notes.add("first");
            role.notes.add(name);
            manager.persist(role);
            Permission permission = new Permission();
            permission.role = role;
            manager.persist(permission);
        }
    }

    private static void checkRenamed(EntityManager manager, String... names) {
        List<Duty> duties = manager.createQuery("select d from Duty d order by d.id", Duty.class)
                .getResultList();
        assertThat(duties).extracting(duty -> duty.name).containsExactly(names);
        assertThat(duties.subList(0, 2)).allSatisfy(duty -> {
            assertThat(duty.realms).extracting(realm -> realm.id).containsExactly(1L);
            assertThat(duty.permissions).hasSize(1);
            assertThat(duty.notes).containsExactly("first", duty.name);
        });
        assertThat(manager.createQuery("select d.name from Duty d join d.realms r where r.id = 1", String.class)
                        .getResultList())
                .containsExactlyInAnyOrder("cook", "guard");
        assertThat(manager.createQuery("select r.role.name from Right_ r", String.class)
                        .getResultList())
                .containsExactlyInAnyOrder("cook", "guard");
    }

    private String filled() {
        String url = before.freshUrl();
        EntityManagerFactory factory = before.create(url, Map.of());
        factory.runInTransaction(StoreIdTest::fill);
        return url;
    }

    @Test
    void renamedEntitiesKeepRecordsReferencesLinksAndIds() throws SchemaValidationException {
        String url = filled();
        EntityManagerFactory strict = after.create(url, NOTHING);
        assertThatThrownBy(() -> strict.getSchemaManager().validate())
                .isInstanceOfSatisfying(SchemaValidationException.class, e -> assertThat(e.getFailures())
                        .anySatisfy(failure -> assertThat(failure)
                                .hasMessageContaining("DORM0763 Table has its old name: 'Role' with the id " + ROLE)
                                .hasMessageContaining("'duties'")));
        strict.close();

        EntityManagerFactory renamed = after.create(url, Map.of());
        renamed.getSchemaManager().validate();
        renamed.runInTransaction(manager -> checkRenamed(manager, "cook", "guard"));
        renamed.runInTransaction(manager -> {
            Duty duty = new Duty();
            duty.name = "herald";
            manager.persist(duty);
            duty.realms.add(manager.getReference(Realm.class, 1L));
            Right right = new Right();
            right.role = duty;
            manager.persist(right);
            manager.flush();
            duty.realms.clear();
            manager.remove(right);
        });
        assertThatThrownBy(() -> renamed.runInTransaction(
                        manager -> manager.createQuery("delete from Duty d").executeUpdate()))
                .isInstanceOf(PersistenceException.class);
        renamed.close();

        EntityManagerFactory back = before.create(url, Map.of());
        back.getSchemaManager().validate();
        back.runInTransaction(manager -> assertThat(manager.createQuery(
                                "select r.name from Role r where r.realms is not empty order by r.name", String.class)
                        .getResultList())
                .containsExactly("cook", "guard"));
    }

    @Test
    void aFactoryOfTheSameProcessThatKnowsTheOldNameGoesOn() {
        String url = before.freshUrl();
        EntityManagerFactory old = before.create(url, Map.of());
        old.runInTransaction(StoreIdTest::fill);
        EntityManagerFactory renamed = after.create(url, Map.of());
        old.runInTransaction(manager -> {
            Role role = new Role();
            role.name = "page";
            manager.persist(role);
            assertThat(manager.createQuery("select r.name from Role r where r.name < 'd'", String.class)
                            .getResultList())
                    .containsExactly("cook");
        });
        renamed.runInTransaction(manager -> checkRenamed(manager, "cook", "guard", "page"));
    }

    @Test
    void aNewEntityMayTakeTheNameThatIsFree() {
        EntityManagerFactory both = successor.create(filled(), Map.of());
        both.runInTransaction(manager -> {
            NewRole role = new NewRole();
            role.title = "new";
            manager.persist(role);
        });
        both.runInTransaction(manager -> {
            checkRenamed(manager, "cook", "guard");
            assertThat(manager.createQuery("select r.title from Role r", String.class)
                            .getResultList())
                    .containsExactly("new");
        });
    }

    @Test
    void aTableWithoutAnIdTakesItOver() throws SchemaValidationException {
        String url = without.freshUrl();
        EntityManagerFactory old = without.create(url, Map.of());
        old.runInTransaction(manager -> {
            RoleWithoutId role = new RoleWithoutId();
            role.name = "cook";
            manager.persist(role);
        });
        EntityManagerFactory strict = other.create(url, NOTHING);
        assertThatThrownBy(() -> strict.getSchemaManager().validate())
                .isInstanceOfSatisfying(SchemaValidationException.class, e -> assertThat(e.getFailures())
                        .anySatisfy(failure -> assertThat(failure).hasMessageContaining("DORM0766")));
        strict.close();
        EntityManagerFactory known = other.create(url, Map.of());
        known.getSchemaManager().validate();
        known.close();
        EntityManagerFactory careless = without.create(url, Map.of());
        careless.getSchemaManager().validate();
        careless.runInTransaction(manager -> assertThat(manager.createQuery("select r.name from Role r", String.class)
                        .getResultList())
                .containsExactly("cook"));
    }

    @Test
    void anotherIdOfATableAndATakenNameAreRefused() {
        String url = filled();
        assertThatThrownBy(() -> other.create(url, Map.of()))
                .hasStackTraceContaining("DORM0765 Table has another id: 'Role' has " + ROLE)
                .hasStackTraceContaining("5ea37a1e-5bd0-4df0-a4e0-6f0b4f0bb499");
        String taken = other.freshUrl();
        other.create(taken, Map.of());
        assertThatThrownBy(() -> before.create(taken, Map.of())).hasStackTraceContaining("DORM0765");
        String duties = filled();
        SpecUnit namesake = SpecUnit.of(Namesake.class);
        try (EntityManagerFactory factory = namesake.create(duties, Map.of())) {
            assertThatThrownBy(() -> after.create(duties, Map.of()))
                    .hasStackTraceContaining("DORM0764 Table cannot be renamed: 'Role' with the id " + ROLE);
            assertThat(factory.isOpen()).isTrue();
        }
    }

    @Entity(name = "Namesake")
    @Table(name = "Duties")
    static class Namesake {
        @Id
        long id;
    }

    @Test
    void dropAndCreateFindsTheTableUnderItsOldName() {
        String url = filled();
        EntityManagerFactory anew = after.create(url, ANEW);
        anew.runInTransaction(manager -> assertThat(manager.createQuery("select count(d) from Duty d", Long.class)
                        .getSingleResult())
                .isZero());
        assertThatCode(() -> anew.getSchemaManager().validate()).doesNotThrowAnyException();
        anew.getSchemaManager().drop(false);
        EntityManagerFactory old = before.create(url, NOTHING);
        assertThatThrownBy(() -> old.getSchemaManager().validate())
                .isInstanceOfSatisfying(SchemaValidationException.class, e -> assertThat(e.getFailures())
                        .anySatisfy(failure -> assertThat(failure).hasMessageContaining("DORM0750")));
    }
}
