package dev.dormouse.internal.bootstrap;

import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds a persistence unit by name in all {@code META-INF/persistence.xml} of a class loader (section 8.2). */
final class UnitSearch {

    private static final String RESOURCE = "META-INF/persistence.xml";

    private UnitSearch() {}

    /** Returns the unit of this name, or empty if no file describes one. */
    static Optional<UnitDescription> find(String name, ClassLoader loader) {
        List<UnitDescription> found = new ArrayList<>();
        for (URL file : files(loader)) {
            for (UnitDescription unit : PersistenceXml.read(file)) {
                if (unit.name().equals(name)) {
                    found.add(unit);
                }
            }
        }
        if (found.size() > 1) {
            throw new PersistenceException(BootstrapMessages.DUPLICATE_UNIT.text(
                    name, found.get(0).places().root(), found.get(1).places().root()));
        }
        return found.stream().findFirst();
    }

    /** Returns the files; one that is found through two entries of the class path stands once. */
    private static Collection<URL> files(ClassLoader loader) {
        try {
            Map<String, URL> files = new LinkedHashMap<>();
            for (URL file : Collections.list(loader.getResources(RESOURCE))) {
                files.putIfAbsent(file.toExternalForm(), file);
            }
            return files.values();
        } catch (IOException failure) {
            throw new PersistenceException(
                    BootstrapMessages.UNREADABLE_XML.text(RESOURCE, failure.getMessage()), failure);
        }
    }
}
