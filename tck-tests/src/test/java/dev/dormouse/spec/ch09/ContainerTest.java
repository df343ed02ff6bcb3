package dev.dormouse.spec.ch09;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dormouse.DormousePersistenceProvider;
import dev.dormouse.spec.SpecUnit;
import dev.dormouse.spec.ch08.Letter;
import dev.dormouse.spec.ch08.Stamp;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.SharedCacheMode;
import jakarta.persistence.ValidationMode;
import jakarta.persistence.spi.ClassTransformer;
import jakarta.persistence.spi.PersistenceUnitInfo;
import jakarta.persistence.spi.PersistenceUnitTransactionType;
import jakarta.persistence.spi.TransformerException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Section 9.5, what a container and a provider owe each other; 9.2 the mode of validation. */
@SuppressWarnings("deprecation")
final class ContainerTest {

    @RegisterExtension
    final SpecUnit unit = SpecUnit.of(Letter.class);

    private final DormousePersistenceProvider provider = new DormousePersistenceProvider();

    private Description described() {
        Description description = new Description();
        description.properties.put("jakarta.persistence.jdbc.url", unit.freshUrl());
        return description;
    }

    @Test
    void aContainerGetsAFactory() {
        Description description = described();
        try (EntityManagerFactory factory =
                Objects.requireNonNull(provider.createContainerEntityManagerFactory(description, Map.of("mine", 1)))) {
            factory.runInTransaction(manager -> manager.persist(new Letter(1)));
            factory.runInTransaction(
                    manager -> assertThat(manager.find(Letter.class, 1)).isNotNull());
            assertThat(factory.getName()).isEqualTo("contained");
            assertThat(factory.getProperties()).containsEntry("mine", 1).containsEntry("given", "by the container");
        }
    }

    @Test
    void noClassIsEnhancedUnlessTheUnitSaysSo() {
        Description description = described();
        try (EntityManagerFactory factory =
                Objects.requireNonNull(provider.createContainerEntityManagerFactory(description, Map.of()))) {
            assertThat(factory.isOpen()).isTrue();
            assertThat(description.transformers).isEmpty();
        }
    }

    @Test
    void aContainerGetsATransformer() throws TransformerException, IOException {
        Description description = described();
        try (EntityManagerFactory factory = Objects.requireNonNull(
                provider.createContainerEntityManagerFactory(description, Map.of("dormouse.enhance", "true")))) {
            assertThat(factory.isOpen()).isTrue();
        }
        ClassLoader loader = Letter.class.getClassLoader();
        String name = Letter.class.getName().replace('.', '/');
        assertThat(description.transformers).hasSize(1);
        try (InputStream file = Objects.requireNonNull(loader.getResourceAsStream(name + ".class"))) {
            byte[] code = description.transformers.get(0).transform(loader, name, null, null, file.readAllBytes());
            assertThat(code == null).isEqualTo(SpecUnit.isEnhanced());
        }
    }

    @Test
    void aContainerThatCannotTransformSaysSo() {
        Description description = described();
        description.refusal = new IllegalStateException("no agent");

        assertThatExceptionOfType(PersistenceException.class)
                .isThrownBy(() ->
                        provider.createContainerEntityManagerFactory(description, Map.of("dormouse.enhance", "true")))
                .withMessageContaining("DORM0025")
                .withMessageContaining("no agent");
    }

    @Test
    void withoutContainerNobodyEnhances() {
        assertThatExceptionOfType(PersistenceException.class)
                .isThrownBy(() -> unit.create(unit.freshUrl(), Map.of("dormouse.enhance", "true")))
                .withMessageContaining("DORM0025")
                .withMessageContaining("there is no container")
                .withMessageContaining("Enhance them in the build");
    }

    @Test
    void propertiesOfTheCallWin() {
        Description description = described();
        String url = unit.freshUrl();
        try (EntityManagerFactory factory = Objects.requireNonNull(provider.createContainerEntityManagerFactory(
                description, Map.of("jakarta.persistence.jdbc.url", url)))) {
            assertThat(factory.getProperties()).containsEntry("jakarta.persistence.jdbc.url", url);
        }
    }

    @Test
    void aContainerHasASchemaGenerated() {
        Description description = described();
        EntityManagerFactory holder = unit.create(
                description.properties.getProperty("jakarta.persistence.jdbc.url"),
                Map.of("dormouse.schema", "strict"));
        provider.generateSchema(description, Map.of());

        holder.runInTransaction(
                manager -> assertThat(manager.find(Letter.class, 1)).isNull());
    }

    @Test
    void aUnitOfAnotherProviderIsLeftToIt() {
        Description description = described();
        description.provider = "org.example.AnotherProvider";

        assertThat(provider.createContainerEntityManagerFactory(description, Map.of()))
                .isNull();
    }

    @Test
    @SuppressWarnings("removal") // the interface of containers still has its own type of transactions
    void whatAContainerMayAskForAndIsNotBuiltIsRefused() {
        Description jta = described();
        jta.transactionType = PersistenceUnitTransactionType.JTA;
        Description mapped = described();
        mapped.mappingFiles = List.of("META-INF/more.xml");
        Description injected = described();
        injected.properties.put("jakarta.persistence.bean.manager", new Object());

        assertRefused(jta, "transaction type JTA");
        assertRefused(mapped, "mapping file [META-INF/more.xml]");
        assertRefused(injected, "property jakarta.persistence.bean.manager");
    }

    private void assertRefused(Description description, String what) {
        assertThatExceptionOfType(PersistenceException.class)
                .isThrownBy(() -> provider.createContainerEntityManagerFactory(description, Map.of()))
                .withMessageContaining("Not supported yet: " + what);
    }

    @Test
    void modeCallbackNeedsAValidator() {
        Description description = described();
        description.validation = ValidationMode.CALLBACK;

        assertThatExceptionOfType(PersistenceException.class)
                .isThrownBy(() -> provider.createContainerEntityManagerFactory(description, Map.of()))
                .withMessageContaining("DORM0023")
                .withMessageContaining("contained");
        assertThatExceptionOfType(PersistenceException.class)
                .isThrownBy(
                        () -> unit.create(unit.freshUrl(), Map.of("jakarta.persistence.validation.mode", "callback")))
                .withMessageContaining("DORM0023");
    }

    @Test
    void modeAutoDoesWithoutAValidator() {
        EntityManagerFactory factory =
                unit.create(unit.freshUrl(), Map.of("jakarta.persistence.validation.mode", "auto"));

        assertThat(factory.isOpen()).isTrue();
    }

    /** What a container says of a unit. */
    @SuppressWarnings("removal") // the interface of containers still has its own type of transactions
    private static final class Description implements PersistenceUnitInfo {
        private final Properties properties = new Properties();
        private String provider = DormousePersistenceProvider.class.getName();
        private PersistenceUnitTransactionType transactionType = PersistenceUnitTransactionType.RESOURCE_LOCAL;
        private ValidationMode validation = ValidationMode.AUTO;
        private List<String> mappingFiles = List.of();
        private final List<ClassTransformer> transformers = new ArrayList<>();
        private RuntimeException refusal;

        private Description() {
            properties.put("given", "by the container");
        }

        @Override
        public String getPersistenceUnitName() {
            return "contained";
        }

        @Override
        public String getPersistenceProviderClassName() {
            return provider;
        }

        @Override
        public String getScopeAnnotationName() {
            return null;
        }

        @Override
        public List<String> getQualifierAnnotationNames() {
            return List.of();
        }

        @Override
        public PersistenceUnitTransactionType getTransactionType() {
            return transactionType;
        }

        @Override
        public DataSource getJtaDataSource() {
            return null;
        }

        @Override
        public DataSource getNonJtaDataSource() {
            return null;
        }

        @Override
        public List<String> getMappingFileNames() {
            return mappingFiles;
        }

        @Override
        public List<URL> getJarFileUrls() {
            return List.of();
        }

        @Override
        public URL getPersistenceUnitRootUrl() {
            return null;
        }

        @Override
        public List<String> getManagedClassNames() {
            return List.of(Letter.class.getName(), Stamp.class.getName());
        }

        @Override
        public boolean excludeUnlistedClasses() {
            return true;
        }

        @Override
        public SharedCacheMode getSharedCacheMode() {
            return SharedCacheMode.UNSPECIFIED;
        }

        @Override
        public ValidationMode getValidationMode() {
            return validation;
        }

        @Override
        public Properties getProperties() {
            return properties;
        }

        @Override
        public String getPersistenceXMLSchemaVersion() {
            return "3.2";
        }

        @Override
        public ClassLoader getClassLoader() {
            return ContainerTest.class.getClassLoader();
        }

        @Override
        public void addTransformer(ClassTransformer transformer) {
            if (refusal != null) {
                throw refusal;
            }
            transformers.add(transformer);
        }

        @Override
        public ClassLoader getNewTempClassLoader() {
            return ContainerTest.class.getClassLoader();
        }
    }
}
