package dev.dormouse.internal.enhance.reloaded;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;

/** An application: loaded with its entity. */
public final class Application implements Runnable {

    /** For who loads it. */
    public Application() {}

    @Override
    public void run() {
        PersistenceConfiguration configuration = new PersistenceConfiguration("burrows")
                .managedClass(Burrow.class)
                .property("jakarta.persistence.jdbc.url", "memory:otherloader");
        try (EntityManagerFactory factory = configuration.createEntityManagerFactory()) {
            factory.runInTransaction(manager -> {
                Burrow parent = new Burrow(1, "below the oak", null);
                manager.persist(parent);
                manager.persist(new Burrow(2, "beside it", parent));
            });
            try (EntityManager manager = factory.createEntityManager()) {
                Burrow parent = manager.find(Burrow.class, 2L).parent();
                assertThat(factory.getPersistenceUnitUtil().isLoaded(parent)).isFalse();
                assertThat(parent).isInstanceOf(Burrow.class);
                assertThat(parent.place()).isEqualTo("below the oak");
            }
        }
    }
}
