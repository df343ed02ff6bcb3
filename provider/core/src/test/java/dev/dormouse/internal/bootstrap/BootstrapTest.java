package dev.dormouse.internal.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.DormousePersistenceProvider;
import dev.dormouse.settings.UnitSettings;
import dev.dormouse.spec.lifecycle.Customer;
import dev.dormouse.spec.lifecycle.Product;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.PersistenceUnitTransactionType;
import jakarta.persistence.spi.LoadState;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Chapter 8 and section 9.2: how a unit is found and started. */
class BootstrapTest {

    private static final String PROVIDER = DormousePersistenceProvider.class.getName();
    private static final String URL_KEY = "jakarta.persistence.jdbc.url";

    @TempDir
    Path folder = Path.of("");

    private String xml(String unit) {
        return "<persistence xmlns='https://jakarta.ee/xml/ns/persistence' version='3.2'>" + unit + "</persistence>";
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }

    private static byte[] classFile(Class<?> type) throws IOException {
        try (InputStream bytes = Objects.requireNonNull(
                type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class"))) {
            return bytes.readAllBytes();
        }
    }

    private <T extends @Nullable Object> T withLoader(URL root, Supplier<T> work) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {root}, before)) {
            thread.setContextClassLoader(loader);
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void useProduct(EntityManagerFactory factory) {
        try (factory) {
            factory.runInTransaction(manager -> manager.persist(new Product("p", 1)));
            EntityManager manager = factory.createEntityManager();
            assertThat(manager.find(Product.class, "p")).isNotNull();
            manager.close();
        }
    }

    @Test
    void aUnitIsFoundByNameAndItsListedClassesAreMapped() throws IOException {
        write(
                "META-INF/persistence.xml",
                xml("<persistence-unit name='u'><provider>" + PROVIDER + "</provider>"
                        + "<class>" + Product.class.getName() + "</class><class>" + Customer.class.getName()
                        + "</class><class>dev.dormouse.spec.lifecycle.Order</class>"
                        + "<class>dev.dormouse.spec.lifecycle.Invoice</class><exclude-unlisted-classes/>"
                        + "<properties><property name='" + URL_KEY + "' value='memory:byname'/></properties>"
                        + "</persistence-unit>"));
        withLoader(folder.toUri().toURL(), () -> {
            useProduct(Persistence.createEntityManagerFactory("u"));
            return true;
        });
    }

    @Test
    void classesOfAFolderAndOfAJarAreDiscovered() throws IOException {
        String unit = xml("<persistence-unit name='d'/>");
        Path jar = folder.resolve("d.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            out.putNextEntry(new JarEntry("META-INF/persistence.xml"));
            out.write(unit.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            out.putNextEntry(new JarEntry("dev/dormouse/spec/graph/Single.class"));
            out.write(classFile(dev.dormouse.spec.graph.Single.class));
            out.putNextEntry(new JarEntry("dev/dormouse/spec/SpecUnit.class"));
            out.write(classFile(BootstrapTest.class));
        }
        assertThat(ClassDiscovery.managedClasses(jar.toUri().toURL()))
                .containsExactly("dev.dormouse.spec.graph.Single");
        withLoader(jar.toUri().toURL(), () -> {
            EntityManagerFactory factory = Objects.requireNonNull(new DormousePersistenceProvider()
                    .createEntityManagerFactory("d", Map.of(URL_KEY, "memory:discovered")));
            try (factory) {
                assertThat(factory.createEntityManager().find(dev.dormouse.spec.graph.Single.class, 1))
                        .isNull();
            }
            return true;
        });
        Path classes = folder.resolve("dev/dormouse/spec/graph/Single.class");
        Files.createDirectories(Objects.requireNonNull(classes.getParent()));
        Files.write(classes, classFile(dev.dormouse.spec.graph.Single.class));
        assertThat(ClassDiscovery.managedClasses(folder.toUri().toURL()))
                .containsExactly("dev.dormouse.spec.graph.Single");
    }

    @Test
    void aUnitOfAnotherProviderOrAddressIsLeftToOthers() throws IOException {
        write(
                "META-INF/persistence.xml",
                xml("<persistence-unit name='other'><provider>a.B</provider></persistence-unit>"
                        + "<persistence-unit name='h2'><properties><property name='" + URL_KEY
                        + "' value='jdbc:h2:mem:x'/></properties></persistence-unit>"));
        DormousePersistenceProvider provider = new DormousePersistenceProvider();
        withLoader(folder.toUri().toURL(), () -> {
            assertThat(provider.createEntityManagerFactory("other", null)).isNull();
            assertThat(provider.createEntityManagerFactory("h2", null)).isNull();
            assertThat(provider.createEntityManagerFactory("missing", null)).isNull();
            assertThat(provider.generateSchema("missing", null)).isFalse();
            assertThatThrownBy(() ->
                            provider.createEntityManagerFactory("h2", Map.of("jakarta.persistence.provider", PROVIDER)))
                    .isInstanceOf(PersistenceException.class)
                    .hasMessageContaining("DORM0003");
            return true;
        });
        assertThat(provider.createEntityManagerFactory(new PersistenceConfiguration("x").provider("a.B")))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<persistence-unit name='u' transaction-type='JTA'/>|transaction type JTA",
                "<persistence-unit name='u'><non-jta-data-source>java:x</non-jta-data-source></persistence-unit>|data source",
                "<persistence-unit name='u'><mapping-file>m.xml</mapping-file></persistence-unit>|mapping file [m.xml]"
            })
    void whatIsNotBuiltYetIsRefusedByName(String unit, String what) throws IOException {
        write("META-INF/persistence.xml", xml(unit));
        withLoader(folder.toUri().toURL(), () -> {
            assertThatThrownBy(() -> new DormousePersistenceProvider().createEntityManagerFactory("u", null))
                    .isInstanceOf(PersistenceException.class)
                    .hasMessageContaining("Not supported yet: " + what);
            return true;
        });
    }

    /** What each element of the schema does when it is there: the start goes on, or another provider is left to do it, or it is refused with these words. */
    private static final Map<String, String[]> ELEMENTS = Map.ofEntries(
            Map.entry("description", new String[] {"for people", "starts"}),
            Map.entry("qualifier", new String[] {"a.Qualifier", "logged"}),
            Map.entry("scope", new String[] {"a.Scope", "logged"}),
            Map.entry("provider", new String[] {"a.B", "not ours"}),
            Map.entry("jta-data-source", new String[] {"java:x", "Not supported yet: data source"}),
            Map.entry("non-jta-data-source", new String[] {"java:x", "Not supported yet: data source"}),
            Map.entry("mapping-file", new String[] {"a.xml", "Not supported yet: mapping file"}),
            Map.entry("jar-file", new String[] {"missing.jar", "missing.jar"}),
            Map.entry("class", new String[] {"a.Missing", "a.Missing"}),
            Map.entry("exclude-unlisted-classes", new String[] {"perhaps", "'perhaps'"}),
            Map.entry("shared-cache-mode", new String[] {"SOME", "'SOME'"}),
            Map.entry("validation-mode", new String[] {"SOME", "'SOME'"}),
            Map.entry("properties", new String[] {"<property name='dormouse.x' value='y'/>", "'dormouse.x'"}));

    @TestFactory
    Stream<DynamicTest> everyElementOfAUnitWorksOrIsRefusedByName() throws Exception {
        assertThat(ELEMENTS.keySet()).isEqualTo(elementsOfAUnit());
        return ELEMENTS.entrySet().stream()
                .map(element -> DynamicTest.dynamicTest(element.getKey(), () -> {
                    write(
                            "META-INF/persistence.xml",
                            xml("<persistence-unit name='u'><" + element.getKey() + ">" + element.getValue()[0] + "</"
                                    + element.getKey() + "></persistence-unit>"));
                    withLoader(folder.toUri().toURL(), () -> {
                        check(element.getValue()[1]);
                        return true;
                    });
                }));
    }

    private static void check(String expected) {
        DormousePersistenceProvider provider = new DormousePersistenceProvider();
        Map<String, String> url = Map.of(URL_KEY, "memory:elements");
        switch (expected) {
            case "starts", "logged" -> {
                try (EntityManagerFactory factory =
                        Objects.requireNonNull(provider.createEntityManagerFactory("u", url))) {
                    assertThat(UnitSettings.of("u", factory.getProperties()).ignored())
                            .hasSize(expected.equals("logged") ? 1 : 0);
                }
            }
            case "not ours" ->
                assertThat(provider.createEntityManagerFactory("u", url)).isNull();
            default ->
                assertThatThrownBy(() -> provider.createEntityManagerFactory("u", url))
                        .isInstanceOf(PersistenceException.class)
                        .hasMessageContaining(expected);
        }
    }

    /** Returns what the schema of the API allows within a unit. */
    private static Set<String> elementsOfAUnit() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        try (InputStream schema = Objects.requireNonNull(
                PersistenceConfiguration.class.getResourceAsStream("persistence_3_2.xsd"), "the schema")) {
            NodeList elements = factory.newDocumentBuilder()
                    .parse(schema)
                    .getElementsByTagNameNS("http://www.w3.org/2001/XMLSchema", "element");
            Set<String> names = new TreeSet<>();
            for (int i = 0; i < elements.getLength(); i++) {
                names.add(((Element) elements.item(i)).getAttribute("name"));
            }
            names.removeAll(Set.of("persistence", "persistence-unit", "property"));
            return names;
        }
    }

    @Test
    void anOrmFileOfTheUnitIsRefusedByName() throws IOException {
        write("META-INF/persistence.xml", xml("<persistence-unit name='u'/>"));
        write("META-INF/orm.xml", "<entity-mappings/>");
        withLoader(folder.toUri().toURL(), () -> {
            assertThatThrownBy(() -> new DormousePersistenceProvider().createEntityManagerFactory("u", null))
                    .hasMessageContaining("Not supported yet: mapping file META-INF/orm.xml");
            return true;
        });
    }

    @Test
    void aConfigurationThatWantsJtaIsRefused() {
        PersistenceConfiguration configuration =
                new PersistenceConfiguration("u").transactionType(PersistenceUnitTransactionType.JTA);
        assertThatThrownBy(() -> new DormousePersistenceProvider().createEntityManagerFactory(configuration))
                .hasMessageContaining("Not supported yet: transaction type JTA");
    }

    @Test
    void theProviderTellsWhatIsLoaded() {
        PersistenceConfiguration configuration = new PersistenceConfiguration("u")
                .property(URL_KEY, "memory:loadstate")
                .managedClass(dev.dormouse.spec.graph.Single.class);
        DormousePersistenceProvider provider = new DormousePersistenceProvider();
        dev.dormouse.spec.graph.Single single = new dev.dormouse.spec.graph.Single();
        try (EntityManagerFactory factory =
                Objects.requireNonNull(provider.createEntityManagerFactory(configuration))) {
            assertThat(factory.isOpen()).isTrue();
            assertThat(provider.getProviderUtil().isLoaded(single)).isEqualTo(LoadState.LOADED);
            assertThat(provider.getProviderUtil().isLoadedWithoutReference(single, "text"))
                    .isEqualTo(LoadState.LOADED);
            assertThat(provider.getProviderUtil().isLoaded("text")).isEqualTo(LoadState.UNKNOWN);
            assertThat(provider.getProviderUtil().isLoadedWithReference(single, "nothing"))
                    .isEqualTo(LoadState.UNKNOWN);
        }
        assertThat(provider.getProviderUtil().isLoaded(single)).isEqualTo(LoadState.UNKNOWN);
    }
}
