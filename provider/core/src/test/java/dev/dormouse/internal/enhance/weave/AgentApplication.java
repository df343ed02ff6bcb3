package dev.dormouse.internal.enhance.weave;

import dev.dormouse.enhanced.EnhancedEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.PersistenceConfiguration;

/** An application in a JVM with the {@link TransformingAgent}. */
final class AgentApplication {

    private AgentApplication() {}

    /** An entity to whose class there can be no subclass. */
    @Entity(name = "Novel")
    @SuppressWarnings("NullAway.Init")
    static class Novel {
        @Id
        long id;

        String title = "";

        @ManyToOne(fetch = FetchType.LAZY)
        Novel sequelOf;

        /** Keeps the class from having subclasses that load. */
        final String title() {
            return title;
        }
    }

    /** Runs; the argument is "late" where the agent is to come only now. */
    public static void main(String[] arguments) throws Exception {
        Novel first = new Novel();
        first.id = 1;
        first.title = "Dune";
        if (arguments[0].equals("late")) {
            TransformingAgent.transform(Novel.class);
        }
        Novel second = new Novel();
        second.id = 2;
        second.sequelOf = first;
        System.out.println("enhanced " + (((Object) second) instanceof EnhancedEntity));
        try (EntityManagerFactory factory = new PersistenceConfiguration("novels")
                .property("jakarta.persistence.jdbc.url", "memory:novels")
                .managedClass(Novel.class)
                .createEntityManagerFactory()) {
            factory.runInTransaction(manager -> {
                manager.persist(first);
                manager.persist(second);
            });
            factory.runInTransaction(manager -> {
                Novel found = manager.find(Novel.class, 2L);
                System.out.println("loaded " + factory.getPersistenceUnitUtil().isLoaded(found, "sequelOf"));
                found.sequelOf.title = "Arrakis";
            });
            factory.runInTransaction(manager ->
                    System.out.println("found " + manager.find(Novel.class, 1L).title()));
        }
    }
}
