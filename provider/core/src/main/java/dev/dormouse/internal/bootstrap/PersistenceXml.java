package dev.dormouse.internal.bootstrap;

import jakarta.persistence.PersistenceException;
import jakarta.persistence.PersistenceUnitTransactionType;
import jakarta.persistence.SharedCacheMode;
import jakarta.persistence.ValidationMode;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads one {@code persistence.xml} (section 8.2.1): document types and external entities are refused, unknown elements too. */
final class PersistenceXml {

    private static final String NAMESPACE = "https://jakarta.ee/xml/ns/persistence";
    private static final Set<String> VERSIONS = Set.of("3.0", "3.1", "3.2");
    private static final String RESOURCE = "META-INF/persistence.xml";

    private final URL file;
    private final XMLStreamReader xml;

    private PersistenceXml(URL file, XMLStreamReader xml) {
        this.file = file;
        this.xml = xml;
    }

    /** Reads all units that a file describes. */
    static List<UnitDescription> read(URL file) {
        try {
            URLConnection connection = file.openConnection();
            connection.setUseCaches(false);
            try (InputStream bytes = connection.getInputStream()) {
                XMLStreamReader reader = factory().createXMLStreamReader(bytes);
                try {
                    return new PersistenceXml(file, reader).persistence();
                } finally {
                    reader.close();
                }
            }
        } catch (IOException | XMLStreamException failure) {
            throw new PersistenceException(BootstrapMessages.UNREADABLE_XML.text(file, failure.getMessage()), failure);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private List<UnitDescription> persistence() throws XMLStreamException {
        int event = xml.next();
        while (event != XMLStreamConstants.START_ELEMENT) {
            if (event == XMLStreamConstants.DTD) {
                throw new XMLStreamException("a document type", xml.getLocation());
            }
            event = xml.next();
        }
        if (!"persistence".equals(xml.getLocalName()) || !NAMESPACE.equals(xml.getNamespaceURI())) {
            throw new PersistenceException(BootstrapMessages.WRONG_ROOT.text(file, xml.getName()));
        }
        String version = xml.getAttributeValue(null, "version");
        if (version != null && !VERSIONS.contains(version)) {
            throw new PersistenceException(BootstrapMessages.WRONG_VERSION.text(version, file));
        }
        List<UnitDescription> units = new ArrayList<>();
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            if (!"persistence-unit".equals(xml.getLocalName())) {
                throw unknown();
            }
            units.add(unit());
        }
        return units;
    }

    private UnitDescription unit() throws XMLStreamException {
        String name = xml.getAttributeValue(null, "name");
        if (name == null || name.isBlank()) {
            throw new PersistenceException(BootstrapMessages.UNNAMED_UNIT.text(file));
        }
        UnitDescription.Builder unit = new UnitDescription.Builder(name, root());
        String type = xml.getAttributeValue(null, "transaction-type");
        if (type != null) {
            unit.transactionType(Words.constant("transaction-type", name, type, PersistenceUnitTransactionType.class));
        }
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            element(unit);
        }
        return unit.build();
    }

    private void element(UnitDescription.Builder unit) throws XMLStreamException {
        String element = xml.getLocalName();
        switch (element) {
            case "properties" -> properties(unit);
            case "description" -> xml.getElementText();
            case "qualifier" -> unit.property("jakarta.persistence.qualifiers", text());
            case "scope" -> unit.property("jakarta.persistence.scope", text());
            case "provider" -> unit.provider(text());
            case "jta-data-source", "non-jta-data-source" -> unit.dataSource(text());
            case "mapping-file" -> unit.mappingFile(text());
            case "jar-file" -> unit.jarFile(jar(text()));
            case "class" -> unit.managedClass(text());
            case "exclude-unlisted-classes" -> unit.excludesUnlisted(isTrue(unit, text()));
            case "shared-cache-mode" ->
                unit.cacheMode(Words.constant(element, unit.name(), text(), SharedCacheMode.class));
            case "validation-mode" ->
                unit.validationMode(Words.constant(element, unit.name(), text(), ValidationMode.class));
            default -> throw unknown();
        }
    }

    private void properties(UnitDescription.Builder unit) throws XMLStreamException {
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            String key = xml.getAttributeValue(null, "name");
            if (!"property".equals(xml.getLocalName()) || key == null) {
                throw unknown();
            }
            unit.property(key.strip(), xml.getAttributeValue(null, "value"));
            xml.nextTag();
        }
    }

    private String text() throws XMLStreamException {
        return xml.getElementText().strip();
    }

    private static boolean isTrue(UnitDescription.Builder unit, String text) {
        return switch (text) {
            case "", "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw Words.wrong("exclude-unlisted-classes", unit.name(), text, List.of("true", "false"));
        };
    }

    private PersistenceException unknown() {
        return new PersistenceException(BootstrapMessages.UNKNOWN_ELEMENT.text(
                xml.getLocalName(), file, xml.getLocation().getLineNumber()));
    }

    /** Returns the folder or jar in whose META-INF the file is, or null if it is somewhere else. */
    private @Nullable URL root() {
        String text = file.toString();
        if (!text.endsWith(RESOURCE)) {
            return null;
        }
        String folder = text.substring(0, text.length() - RESOURCE.length());
        try {
            boolean plainJar = folder.startsWith("jar:file:") && folder.endsWith("!/");
            return new URL(plainJar ? folder.substring("jar:".length(), folder.length() - 2) : folder);
        } catch (MalformedURLException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** A jar is named relative to the folder or to the place of the jar in which the unit is described. */
    private URL jar(String name) {
        URL root = root();
        try {
            return root == null ? new URL(name) : new URL(root, name);
        } catch (MalformedURLException failure) {
            throw new PersistenceException(BootstrapMessages.UNREADABLE_ROOT.text(name, failure.getMessage()), failure);
        }
    }
}
