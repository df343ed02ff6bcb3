package dev.dormouse.spec.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dormouse.spec.SpecUnit;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.RollbackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What an application does wrong at run time: the exception of the specification, a message that helps, nothing lost. */
final class FaultTest {

    @RegisterExtension
    final SpecUnit unit = SpecUnit.of(Node.class, Named.class);

    private Node node(int id) {
        Node node = new Node();
        node.id = id;
        return node;
    }

    @Test
    void aTransientReferenceFailsAtFlushAndNamesTheAttribute() {
        EntityManager manager = unit.manager();
        manager.getTransaction().begin();
        Node node = node(1);
        node.next = node(2);
        manager.persist(node);

        assertThatIllegalStateException().isThrownBy(manager::flush).withMessageContaining("next");
        assertThat(manager.getTransaction().getRollbackOnly()).isTrue();
    }

    @Test
    void aTransientReferenceFailsAtCommit() {
        EntityManager manager = unit.manager();
        manager.getTransaction().begin();
        Node node = node(1);
        node.next = node(2);
        manager.persist(node);

        assertThatExceptionOfType(RollbackException.class)
                .isThrownBy(() -> manager.getTransaction().commit())
                .withCauseInstanceOf(IllegalStateException.class);
        unit.run(reader -> assertThat(reader.find(Node.class, 1)).isNull());
    }

    @Test
    void aReferenceToARemovedEntityFails() {
        Node target = node(2);
        Node node = node(1);
        node.next = target;
        unit.persist(target, node);

        assertThatThrownBy(() -> unit.run(manager -> manager.remove(manager.find(Node.class, 2))))
                .isInstanceOf(RuntimeException.class);
        unit.run(manager -> assertThat(manager.find(Node.class, 1).next.id).isEqualTo(2));
    }

    @Test
    void aDuplicateKeyIsNamed() {
        unit.persist(node(1));

        assertThatThrownBy(() -> unit.persist(node(1)))
                .isInstanceOf(PersistenceException.class)
                .hasStackTraceContaining("Node");
        unit.run(manager -> assertThat(manager.createQuery("SELECT COUNT(n) FROM Node n", Long.class)
                        .getSingleResult())
                .isEqualTo(1L));
    }

    @Test
    void anEntityWithoutKeyIsRefused() {
        assertThatThrownBy(() -> unit.persist(new Named())).isInstanceOf(PersistenceException.class);
    }

    @Test
    void aChangedKeyIsRefused() {
        unit.persist(node(1));

        assertThatThrownBy(() -> unit.run(manager -> manager.find(Node.class, 1).id = 5))
                .isInstanceOf(PersistenceException.class);
        unit.run(manager -> {
            assertThat(manager.find(Node.class, 1)).isNotNull();
            assertThat(manager.find(Node.class, 5)).isNull();
        });
    }

    @Test
    void aKeyThatIsTooLongIsRefusedAndNothingIsWritten() {
        Named fine = new Named();
        fine.name = "k".repeat(100);
        Named tooLong = new Named();
        tooLong.name = "k".repeat(1_000);
        Throwable failure = catchThrowable(() -> unit.persist(fine, tooLong));
        boolean limited = System.getProperty("dormouse.test.store", "memory").equals("lmdb");

        if (limited) {
            assertThat(failure).isInstanceOf(PersistenceException.class).hasStackTraceContaining("511");
        } else {
            assertThat(failure).isNull();
        }
        unit.run(manager ->
                assertThat(manager.find(Named.class, fine.name) == null).isEqualTo(limited));
    }

    @Test
    void aManagerIsUsedByOneThreadAtATime() {
        unit.persist(node(1));
        EntityManager manager = unit.manager();
        manager.getTransaction().begin();
        assertThat(manager.find(Node.class, 1)).isNotNull();
        Throwable other = CompletableFuture.supplyAsync(() -> catchThrowable(
                        () -> manager.createQuery("SELECT n FROM Node n").getResultList()))
                .join();

        assertThat(other).isInstanceOf(IllegalStateException.class);
        manager.getTransaction().rollback();
    }

    @Test
    void manyThreadsUseOneFactory() {
        unit.factory();
        CompletableFuture<?>[] work = new CompletableFuture<?>[4];
        for (int thread = 0; thread < work.length; thread++) {
            int start = thread * 50;
            work[thread] = CompletableFuture.runAsync(() -> {
                for (int i = 0; i < 50; i++) {
                    unit.persist(node(start + i));
                }
            });
        }
        CompletableFuture.allOf(work).join();

        unit.run(manager -> assertThat(manager.createQuery("SELECT COUNT(n) FROM Node n", Long.class)
                        .getSingleResult())
                .isEqualTo(200L));
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");

        assertThatExceptionOfType(PersistenceException.class)
                .isThrownBy(() -> unit.create("lmdb:" + file.resolve("below"), Map.of()))
                .withMessageContaining("below");
        assertThat(file).hasContent("not a folder");
    }

    @Test
    void aFileThatIsNoStoreIsRefusedAndKept(@TempDir Path folder) throws IOException {
        Path data = Files.writeString(folder.resolve("data.mdb"), "this is no environment".repeat(1_000));

        assertThatExceptionOfType(PersistenceException.class)
                .isThrownBy(() -> unit.create("lmdb:" + folder, Map.of()))
                .withMessageContaining(folder.toString());
        assertThat(data).hasContent("this is no environment".repeat(1_000));
    }

    @Test
    void anAddressOfAnUnknownKindIsRefused() {
        assertThatExceptionOfType(PersistenceException.class)
                .isThrownBy(() -> unit.create("postgres:here", Map.of()))
                .withMessageContaining("postgres");
    }

    @Test
    void anUnknownSettingIsRefusedWithTheNearestName() {
        assertThatExceptionOfType(PersistenceException.class)
                .isThrownBy(() -> unit.create(unit.freshUrl(), Map.of("dormouse.isolatoin", "snapshot")))
                .withMessageContaining("dormouse.isolatoin")
                .withMessageContaining("dormouse.isolation");
    }

    @Test
    void aSettingWithAWrongValueIsRefused() {
        assertThatExceptionOfType(PersistenceException.class)
                .isThrownBy(() -> unit.create(unit.freshUrl(), Map.of("dormouse.isolation", "none-at-all")))
                .withMessageContaining("none-at-all");
    }

    @Test
    void settingsOfOtherProvidersAreAccepted() {
        EntityManagerFactory factory = unit.create(
                unit.freshUrl(),
                Map.of(
                        "hibernate.dialect", "x",
                        "eclipselink.weaving", "false",
                        "jakarta.persistence.jdbc.driver", "org.example.Driver",
                        "jakarta.persistence.jdbc.user", "u",
                        "jakarta.persistence.jdbc.password", "p"));

        assertThat(factory.isOpen()).isTrue();
    }

    @Test
    void messagesHaveAnId() {
        unit.read(manager -> assertThatIllegalArgumentException()
                .isThrownBy(() -> manager.createQuery("SELECT n FROM Nod n"))
                .withMessageMatching("(?s)DORM\\d{4}.*'Nod'.*"));
    }

    @Test
    void theTextOfAParameterIsNeverPartOfTheQuery() {
        Named named = new Named();
        named.name = "x' OR '1' = '1";
        unit.persist(named);

        unit.run(manager -> {
            assertThat(manager.createQuery("SELECT n FROM Named n WHERE n.name = :name", Named.class)
                            .setParameter("name", "y' OR '1' = '1")
                            .getResultList())
                    .isEmpty();
            assertThat(manager.createQuery("SELECT n FROM Named n WHERE n.name = :name", Named.class)
                            .setParameter("name", named.name)
                            .getResultList())
                    .hasSize(1);
        });
    }

    @Test
    void anExceptionOfThePersistenceContextMarksTheTransaction() {
        unit.persist(node(1));
        EntityManager manager = unit.manager();
        manager.getTransaction().begin();

        assertThatThrownBy(() -> {
                    manager.persist(node(1));
                    manager.flush();
                })
                .isInstanceOf(PersistenceException.class);
        assertThat(manager.getTransaction().getRollbackOnly()).isTrue();
    }

    @Entity
    public static class Node {
        @Id
        int id;

        @ManyToOne
        Node next;

        @OneToOne(cascade = CascadeType.REMOVE)
        Node spare;
    }

    @Entity
    public static class Named {
        @Id
        String name;
    }
}
