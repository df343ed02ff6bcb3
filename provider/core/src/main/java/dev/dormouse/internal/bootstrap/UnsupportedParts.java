package dev.dormouse.internal.bootstrap;

import jakarta.persistence.PersistenceException;
import jakarta.persistence.PersistenceUnitTransactionType;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Refuses what a description asks for and is not built yet, by name. */
final class UnsupportedParts {

    private static final List<String> DATA_SOURCES = List.of(
            "jakarta.persistence.jtaDataSource",
            "jakarta.persistence.nonJtaDataSource",
            "jakarta.persistence.dataSource");

    private static final String JDBC = "Leave it out: no store here has a JDBC connection.";
    private static final String SCRIPT = "Leave it out: no scripts are generated, for whatever database.";

    /** Properties that nothing stands behind yet, each with what to do. */
    private static final Map<String, String> PROPERTIES = new TreeMap<>(Map.of(
            "jakarta.persistence.bean.manager",
            "Leave it out: listeners and converters are made by their constructors, without injection.",
            "jakarta.persistence.schema-generation.connection",
            JDBC,
            "jakarta.persistence.database-product-name",
            SCRIPT,
            "jakarta.persistence.database-major-version",
            SCRIPT,
            "jakarta.persistence.database-minor-version",
            SCRIPT));

    private UnsupportedParts() {}

    /** Refuses the first thing that is not supported. */
    static void refuse(UnitDescription unit, Map<String, Object> properties) {
        PersistenceUnitTransactionType type = Words.chosen(
                "jakarta.persistence.transactionType",
                unit,
                properties,
                PersistenceUnitTransactionType.class,
                unit.transactionType());
        if (type == PersistenceUnitTransactionType.JTA) {
            throw notYet("transaction type JTA", unit, "Use transaction-type RESOURCE_LOCAL.");
        }
        List<String> sources = new ArrayList<>(unit.places().dataSources());
        for (String key : DATA_SOURCES) {
            Object value = properties.get(key);
            if (value != null && !value.toString().isBlank()) {
                sources.add(key);
            }
        }
        if (!sources.isEmpty()) {
            throw notYet(
                    "data source " + sources, unit, "Give the address of the data in jakarta.persistence.jdbc.url.");
        }
        PROPERTIES.forEach((key, alternative) -> {
            if (properties.get(key) != null) {
                throw notYet("property " + key, unit, alternative);
            }
        });
        List<String> files = unit.places().mappingFiles();
        if (!files.isEmpty()) {
            throw notYet("mapping file " + files, unit, "Map with annotations.");
        }
        URL root = unit.places().root();
        if (root != null && exists(root, "META-INF/orm.xml")) {
            throw notYet("mapping file META-INF/orm.xml", unit, "Map with annotations.");
        }
    }

    private static PersistenceException notYet(String what, UnitDescription unit, String alternative) {
        return new PersistenceException(
                BootstrapMessages.NOT_SUPPORTED_YET.text(what, unit.name(), alternative),
                new UnsupportedOperationException(what));
    }

    private static boolean exists(URL root, String name) {
        try {
            String text = root.toString();
            boolean isJar = "file".equals(root.getProtocol()) && !text.endsWith("/");
            URL file = new URL(isJar ? "jar:" + text + "!/" + name : text + (text.endsWith("/") ? "" : "/") + name);
            URLConnection connection = file.openConnection();
            connection.setUseCaches(false);
            connection.getInputStream().close();
            return true;
        } catch (MalformedURLException impossible) {
            throw new AssertionError(impossible);
        } catch (IOException missing) {
            return false;
        }
    }
}
