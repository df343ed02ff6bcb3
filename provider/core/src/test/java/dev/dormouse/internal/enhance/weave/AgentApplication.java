package dev.dormouse.internal.enhance.weave;

import dev.dormouse.enhanced.EnhancedEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.spi.TransformerException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.IllegalClassFormatException;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Is agent and application; the agent transforms classes as they are loaded, or afterwards. */
final class AgentApplication {

    private static @Nullable Instrumentation instrumentation;
    private static boolean isLate;

    private AgentApplication() {}

    /** An entity to whose class there can be no subclass. */
    @Entity(name = "Novel")
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

    /** Called by the JVM before {@code main}. */
    public static void premain(String moment, Instrumentation given) {
        instrumentation = given;
        isLate = moment.equals("late");
        if (!isLate) {
            transform();
        }
    }

    private static void transform() {
        UnitTransformer transformer = new UnitTransformer(Objects.requireNonNull(AgentApplication.class.getClassLoader()));
        Objects.requireNonNull(instrumentation)
                .addTransformer(
                        new ClassFileTransformer() {
                            @Override
                            public byte @Nullable [] transform(
                                    ClassLoader loader,
                                    String className,
                                    @Nullable Class<?> redefined,
                                    ProtectionDomain domain,
                                    byte[] classFile)
                                    throws IllegalClassFormatException {
                                if (!className.startsWith(AgentApplication.class.getName().replace('.', '/'))) {
                                    return null;
                                }
                                try {
                                    return transformer.transform(loader, className, redefined, domain, classFile);
                                } catch (TransformerException e) {
                                    throw new IllegalClassFormatException(e.toString());
                                }
                            }
                        },
                        true);
    }

    public static void main(String[] arguments) throws Exception {
        Novel first = new Novel();
        first.id = 1;
        first.title = "Dune";
        if (isLate) {
            transform();
            Objects.requireNonNull(instrumentation).retransformClasses(Novel.class);
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
