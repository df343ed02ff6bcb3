package dev.dormouse.internal.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.PersistenceException;
import jakarta.persistence.PersistenceUnitTransactionType;
import jakarta.persistence.SharedCacheMode;
import jakarta.persistence.ValidationMode;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersistenceXmlTest {

    private static final String HEAD = "<persistence xmlns='https://jakarta.ee/xml/ns/persistence' version='3.2'>";

    @TempDir
    Path folder = Path.of("");

    private URL file(String text) throws IOException {
        Path file = folder.resolve("META-INF/persistence.xml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return file.toUri().toURL();
    }

    private URL root() throws MalformedURLException {
        return folder.toUri().toURL();
    }

    @Test
    void everyElementIsRead() throws IOException {
        List<UnitDescription> units = PersistenceXml.read(
                file(
                        HEAD
                                + """
                <!-- two units -->
                <persistence-unit name='a' transaction-type='JTA'>
                  <description>text</description>
                  <qualifier>a.Q</qualifier>
                  <scope>a.S</scope>
                  <provider> dev.dormouse.DormousePersistenceProvider </provider>
                  <jta-data-source>java:x</jta-data-source>
                  <non-jta-data-source>java:y</non-jta-data-source>
                  <mapping-file>m.xml</mapping-file>
                  <jar-file>lib/more.jar</jar-file>
                  <class>a.B</class><class>a.C</class>
                  <exclude-unlisted-classes/>
                  <shared-cache-mode>NONE</shared-cache-mode>
                  <validation-mode>CALLBACK</validation-mode>
                  <properties><property name='k' value='v'/></properties>
                </persistence-unit>
                <persistence-unit name='b'/>
                </persistence>
                """));
        UnitDescription a = units.get(0);
        assertThat(a.name()).isEqualTo("a");
        assertThat(a.transactionType()).isEqualTo(PersistenceUnitTransactionType.JTA);
        assertThat(a.provider()).isEqualTo("dev.dormouse.DormousePersistenceProvider");
        assertThat(a.places().dataSources()).containsExactly("java:x", "java:y");
        assertThat(a.places().mappingFiles()).containsExactly("m.xml");
        assertThat(a.places().jarFiles()).containsExactly(new URL(root(), "lib/more.jar"));
        assertThat(a.places().excludesUnlisted()).isTrue();
        assertThat(a.classes()).containsExactly("a.B", "a.C");
        assertThat(a.cacheMode()).isEqualTo(SharedCacheMode.NONE);
        assertThat(a.validationMode()).isEqualTo(ValidationMode.CALLBACK);
        assertThat(a.properties()).containsEntry("k", "v");
        UnitDescription b = units.get(1);
        assertThat(b.provider()).isNull();
        assertThat(b.places().root()).isEqualTo(root());
        assertThat(b.places().excludesUnlisted()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.0", "3.1", "3.2"})
    void everyVersionOfThreeIsRead(String version) throws IOException {
        assertThat(PersistenceXml.read(file(HEAD.replace("3.2", version) + "</persistence>")))
                .isEmpty();
    }

    @Test
    void aDocumentTypeIsRefusedAndNothingOfItIsRead() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "SECRET");
        URL file = file("<!DOCTYPE persistence [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]>" + HEAD
                + "<persistence-unit name='a'><class>&x;</class></persistence-unit></persistence>");
        assertThatThrownBy(() -> PersistenceXml.read(file))
                .isInstanceOf(PersistenceException.class)
                .hasMessageContaining("DORM0010")
                .hasMessageNotContaining("SECRET");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DORM0010|<persistence",
                "DORM0011|<persistence xmlns='http://xmlns.jcp.org/xml/ns/persistence' version='2.2'/>",
                "DORM0011|<units xmlns='https://jakarta.ee/xml/ns/persistence'/>",
                "DORM0012|<persistence xmlns='https://jakarta.ee/xml/ns/persistence' version='4.0'/>",
                "DORM0013|HEAD<unit/></persistence>",
                "DORM0013|HEAD<persistence-unit name='a'><clazz/></persistence-unit></persistence>",
                "DORM0014|HEAD<persistence-unit name='a' transaction-type='XA'/></persistence>",
                "DORM0014|HEAD<persistence-unit name='a'><validation-mode>ON</validation-mode></persistence-unit></persistence>",
                "DORM0015|HEAD<persistence-unit/></persistence>"
            })
    void whatIsWrongIsSaid(String idAndText) throws IOException {
        String[] parts = idAndText.split("\\|", 2);
        URL file = file(parts[1].replace("HEAD", HEAD));
        assertThatThrownBy(() -> PersistenceXml.read(file))
                .isInstanceOf(PersistenceException.class)
                .hasMessageContaining(parts[0]);
    }
}
