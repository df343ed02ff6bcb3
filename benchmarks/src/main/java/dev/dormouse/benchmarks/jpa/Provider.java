package dev.dormouse.benchmarks.jpa;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A provider on a database with the durability that the table states. Shared caches are off. */
public enum Provider {
    /** Dormouse on LMDB; a commit does not wait for the disk, as with H2. */
    DORMOUSE("dormouse", "lmdb:%s/lmdb", Map.of("dormouse.lmdb.durability", "interval")),
    /** Dormouse on LMDB; a commit is durable. */
    DORMOUSE_DURABLE("dormouse", "lmdb:%s/lmdb", Map.of("dormouse.lmdb.durability", "commit")),
    /** Hibernate on a file of H2, which does not flush at commit; it must not answer a repeated query from its last result. */
    HIBERNATE_H2(
            "hibernate", "jdbc:h2:file:%s/h2;OPTIMIZE_REUSE_RESULTS=0", hibernate("org.hibernate.dialect.H2Dialect")),
    /** EclipseLink, woven, on a file of H2. */
    ECLIPSELINK_H2(
            "eclipselink",
            "jdbc:h2:file:%s/h2;OPTIMIZE_REUSE_RESULTS=0",
            Map.of(
                    "eclipselink.cache.shared.default", "false",
                    "eclipselink.id-validation", "NULL",
                    "eclipselink.jdbc.batch-writing", "JDBC",
                    "eclipselink.jdbc.batch-writing.size", "100",
                    "eclipselink.logging.level", "SEVERE")),
    /** Hibernate on SQLite with a write-ahead log that is flushed at every commit. */
    HIBERNATE_SQLITE(
            "hibernate",
            "jdbc:sqlite:%s/sqlite?journal_mode=WAL&synchronous=FULL&busy_timeout=60000",
            hibernate("org.hibernate.community.dialect.SQLiteDialect"));

    private final String unit;
    private final String url;
    private final Map<String, String> settings;

    Provider(String unit, String url, Map<String, String> settings) {
        this.unit = unit;
        this.url = url;
        this.settings = settings;
    }

    private static Map<String, String> hibernate(String dialect) {
        return Map.of(
                "hibernate.dialect", dialect,
                "hibernate.jdbc.batch_size", "100",
                "hibernate.order_inserts", "true",
                "hibernate.order_updates", "true",
                "hibernate.cache.use_second_level_cache", "false",
                "hibernate.connection.pool_size", "40");
    }

    /** Opens the unit on a database in {@code folder} whose tables are made if it is new. */
    public EntityManagerFactory open(Path folder) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("jakarta.persistence.jdbc.url", url.formatted(folder));
        all.put("jakarta.persistence.schema-generation.database.action", "create");
        return Persistence.createEntityManagerFactory(unit, all);
    }
}
