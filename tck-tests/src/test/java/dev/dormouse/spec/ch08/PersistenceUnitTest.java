package dev.dormouse.spec.ch08;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dormouse.spec.SpecUnit;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.PersistenceException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Chapter 8, entity packaging: persistence.xml and the configuration by program. */
final class PersistenceUnitTest {

    @RegisterExtension
    final SpecUnit unit = SpecUnit.of(Letter.class, Stamp.class);

    private EntityManagerFactory packaged() {
        return Persistence.createEntityManagerFactory(
                "packaged", Map.of("jakarta.persistence.jdbc.url", unit.freshUrl()));
    }

    @Test
    void aUnitOfThePersistenceXmlIsOpened() {
        try (EntityManagerFactory factory = packaged()) {
            factory.runInTransaction(manager -> {
                Letter letter = new Letter(1);
                letter.stamp = new Stamp("NO", 20);
                manager.persist(letter);
            });
            factory.runInTransaction(
                    manager -> assertThat(manager.find(Letter.class, 1).stamp).isEqualTo(new Stamp("NO", 20)));
        }
    }

    @Test
    void propertiesOfTheCallWinOverTheFile() {
        String url = unit.freshUrl();
        try (EntityManagerFactory factory =
                Persistence.createEntityManagerFactory("packaged", Map.of("jakarta.persistence.jdbc.url", url))) {
            assertThat(factory.getProperties())
                    .containsEntry("jakarta.persistence.jdbc.url", url)
                    .containsEntry("my.own", "kept");
            assertThat(factory.getName()).isEqualTo("packaged");
        }
    }

    @Test
    void aClassThatIsNotListedIsNoEntityOfTheUnit() {
        try (EntityManagerFactory factory = packaged()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> factory.createEntityManager().find(Unlisted.class, 1));
        }
    }

    @Test
    void anUnknownUnitIsRefused() {
        assertThatExceptionOfType(PersistenceException.class)
                .isThrownBy(() -> Persistence.createEntityManagerFactory("nobody"))
                .withMessageContaining("nobody");
    }

    @Test
    void aUnitOfAnotherProviderIsLeftAlone() {
        assertThatExceptionOfType(PersistenceException.class)
                .isThrownBy(() -> Persistence.createEntityManagerFactory("foreign"))
                .withMessageContaining("foreign");
    }

    @Test
    void aListedClassThatIsMissingIsNamed() {
        assertThatExceptionOfType(PersistenceException.class)
                .isThrownBy(() -> Persistence.createEntityManagerFactory("without-class"))
                .withMessageContaining("dev.dormouse.spec.ch08.Missing");
    }

    @Test
    void aUnitIsConfiguredByProgram() {
        PersistenceConfiguration configuration = new PersistenceConfiguration("by-program")
                .provider("dev.dormouse.DormousePersistenceProvider")
                .managedClass(Letter.class)
                .managedClass(Stamp.class)
                .property(PersistenceConfiguration.JDBC_URL, unit.freshUrl());
        try (EntityManagerFactory factory = configuration.createEntityManagerFactory()) {
            factory.runInTransaction(manager -> manager.persist(new Letter(3)));
            factory.runInTransaction(
                    manager -> assertThat(manager.find(Letter.class, 3)).isNotNull());
            assertThat(factory.getName()).isEqualTo("by-program");
        }
    }

    @Test
    void theDataOutlivesTheFactory() {
        String url = unit.freshUrl();
        EntityManagerFactory first = unit.create(url, Map.of());
        EntityManagerFactory second = unit.create(url, Map.of());
        first.runInTransaction(manager -> manager.persist(new Letter(1)));
        first.close();
        EntityManagerFactory third = unit.create(url, Map.of());

        third.runInTransaction(manager -> {
            assertThat(manager.find(Letter.class, 1)).isNotNull();
            manager.persist(new Letter(2));
        });
        second.runInTransaction(
                manager -> assertThat(manager.find(Letter.class, 2)).isNotNull());
    }

    @Test
    void theSchemaIsTruncated() {
        unit.persist(new Letter(1));
        unit.factory().getSchemaManager().truncate();

        unit.run(manager -> assertThat(manager.find(Letter.class, 1)).isNull());
        unit.persist(new Letter(1));
    }

    @Test
    void theSchemaIsValidated() throws Exception {
        unit.persist(new Letter(1));
        unit.factory().getSchemaManager().validate();

        unit.run(manager -> assertThat(manager.find(Letter.class, 1)).isNotNull());
    }

    @Test
    void dropAndCreateAtTheStartEmptiesTheStore() {
        String url = unit.freshUrl();
        EntityManagerFactory first = unit.create(url, Map.of());
        first.runInTransaction(manager -> manager.persist(new Letter(1)));
        EntityManagerFactory second =
                unit.create(url, Map.of("jakarta.persistence.schema-generation.database.action", "drop-and-create"));

        second.runInTransaction(
                manager -> assertThat(manager.find(Letter.class, 1)).isNull());
    }
}
