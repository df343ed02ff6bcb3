package dev.dormouse.examples.flights;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.nio.file.Path;
import java.util.Map;

/** The same entities and queries with Hibernate on a file of H2, batching as its manual advises. */
class FlightsHibernateTest extends FlightsContract {

    @Override
    EntityManagerFactory open(Path folder) {
        return Persistence.createEntityManagerFactory(
                "flights",
                Map.of(
                        "jakarta.persistence.provider", "org.hibernate.jpa.HibernatePersistenceProvider",
                        "jakarta.persistence.jdbc.url", "jdbc:h2:file:" + folder.resolve("h2"),
                        "jakarta.persistence.schema-generation.database.action", "create",
                        "hibernate.jdbc.batch_size", "100",
                        "hibernate.order_inserts", "true"));
    }
}
