package dev.dormouse.benchmarks.jpa;

import jakarta.persistence.spi.PersistenceProvider;
import java.util.Map;

/** An implementation of Jakarta Persistence, with the settings that all its sides share. */
enum Vendor {
    DORMOUSE("dev.dormouse.DormousePersistenceProvider", Map.of()),
    HIBERNATE(
            "org.hibernate.jpa.HibernatePersistenceProvider",
            Map.of(
                    "hibernate.jdbc.batch_size", "100",
                    "hibernate.order_inserts", "true",
                    "hibernate.order_updates", "true",
                    "hibernate.connection.pool_size", "40")),
    /** Refuses the id 0 and sends one statement at a time unless told otherwise. */
    ECLIPSELINK(
            "org.eclipse.persistence.jpa.PersistenceProvider",
            Map.of(
                    "eclipselink.id-validation", "NULL",
                    "eclipselink.jdbc.batch-writing", "JDBC",
                    "eclipselink.jdbc.batch-writing.size", "100",
                    "eclipselink.logging.level", "SEVERE"));

    private final String provider;
    private final Map<String, String> settings;

    Vendor(String provider, Map<String, String> settings) {
        this.provider = provider;
        this.settings = settings;
    }

    /** Returns the name of the class of the provider. */
    String provider() {
        return provider;
    }

    PersistenceProvider newProvider() {
        try {
            return Class.forName(provider)
                    .asSubclass(PersistenceProvider.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The provider is not on the class path", e);
        }
    }

    Map<String, String> settings() {
        return settings;
    }
}
