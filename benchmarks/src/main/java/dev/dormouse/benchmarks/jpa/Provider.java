package dev.dormouse.benchmarks.jpa;

import dev.dormouse.benchmarks.Server;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.PersistenceUnitTransactionType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** A vendor on a database, with the durability and the caches that the tables state. */
public enum Provider {
    /** Dormouse on LMDB; a commit does not wait for the disk, as with H2. */
    DORMOUSE(Vendor.DORMOUSE, "lmdb:%s/lmdb", Map.of("dormouse.lmdb.durability", "interval")),
    /** Dormouse on LMDB; a commit is durable. */
    DORMOUSE_DURABLE(Vendor.DORMOUSE, "lmdb:%s/lmdb", Map.of("dormouse.lmdb.durability", "commit")),
    /** Dormouse on MongoDB; a commit is acknowledged by the majority. */
    DORMOUSE_MONGODB(Vendor.DORMOUSE, Server.URL, Map.of()),
    /** Hibernate on a file of H2, which does not flush at commit; it must not answer a repeated query from its last result. */
    HIBERNATE_H2(Vendor.HIBERNATE, Provider.H2, Map.of("hibernate.cache.use_second_level_cache", "false")),
    /** The same with all entities in its second-level cache. */
    HIBERNATE_H2_CACHED(
            Vendor.HIBERNATE,
            Provider.H2,
            Map.of(
                    "jakarta.persistence.sharedCache.mode", "ALL",
                    "hibernate.cache.region.factory_class", "jcache",
                    "hibernate.javax.cache.missing_cache_strategy", "create",
                    "hibernate.javax.cache.provider",
                            "com.github.benmanes.caffeine.jcache.spi.CaffeineCachingProvider")),
    /** EclipseLink, woven, on a file of H2. */
    ECLIPSELINK_H2(Vendor.ECLIPSELINK, Provider.H2, Map.of("eclipselink.cache.shared.default", "false")),
    /** The same with its shared cache, which is on unless it is switched off. */
    ECLIPSELINK_H2_CACHED(
            Vendor.ECLIPSELINK,
            Provider.H2,
            Map.of("eclipselink.cache.type.default", "Full", "eclipselink.query-results-cache", "false")),
    /** Hibernate on SQLite with a write-ahead log that is flushed at every commit. */
    HIBERNATE_SQLITE(
            Vendor.HIBERNATE,
            "jdbc:sqlite:%s/sqlite?journal_mode=WAL&synchronous=FULL&busy_timeout=60000",
            Map.of(
                    "hibernate.cache.use_second_level_cache", "false",
                    "hibernate.dialect", "org.hibernate.community.dialect.SQLiteDialect"));

    /** What the peers and the driver tell of their start, in each of hundreds of JVMs, is not of interest. */
    private static final List<Logger> QUIET = Stream.of("org.hibernate", "org.mongodb.driver", "com.mongodb")
            .map(Logger::getLogger)
            .toList();

    static {
        QUIET.forEach(logger -> logger.setLevel(Level.SEVERE));
    }

    private static final String H2 = "jdbc:h2:file:%s/h2;OPTIMIZE_REUSE_RESULTS=0";

    private final Vendor vendor;
    private final String url;
    private final Map<String, String> settings;

    Provider(Vendor vendor, String url, Map<String, String> settings) {
        this.vendor = vendor;
        this.url = url;
        this.settings = settings;
    }

    /** Opens a unit of these classes on a database in {@code folder}, whose tables are made if the folder is empty. */
    public EntityManagerFactory open(Path folder, List<Class<?>> classes) {
        if (vendor == Vendor.ECLIPSELINK && classes.equals(JpaSide.MODEL)) {
            // Its agent weaves the classes that a file names.
            return Persistence.createEntityManagerFactory("eclipselink", properties(folder));
        }
        PersistenceConfiguration configuration = new PersistenceConfiguration(name())
                .provider(vendor.provider())
                .transactionType(PersistenceUnitTransactionType.RESOURCE_LOCAL)
                .properties(properties(folder));
        classes.forEach(configuration::managedClass);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(classes.get(0).getClassLoader());
        try {
            // Not through Persistence: the first provider there may take what is meant for another.
            return vendor.newProvider().createEntityManagerFactory(configuration);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Returns where the database of a folder is. */
    public String url(Path folder) {
        return url.equals(Server.URL) ? Server.url(folder) : url.formatted(folder);
    }

    private Map<String, Object> properties(Path folder) {
        Map<String, Object> all = new HashMap<>(vendor.settings());
        all.putAll(settings);
        all.put("jakarta.persistence.jdbc.url", url(folder));
        all.put("jakarta.persistence.schema-generation.database.action", isEmpty(folder) ? "create" : "none");
        return all;
    }

    private static boolean isEmpty(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
