package dev.dormouse.internal.enhance.weave;

import jakarta.persistence.spi.TransformerException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.IllegalClassFormatException;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An agent that hands classes to the transformer as they are loaded, or afterwards. */
public final class TransformingAgent {

    private static @Nullable Instrumentation instrumentation;

    private TransformingAgent() {}

    /** Called by the JVM before {@code main}. */
    public static void premain(String moment, Instrumentation given) {
        instrumentation = given;
        if (moment.equals("early")) {
            given.addTransformer(new OfApplication());
        }
    }

    /** Transforms a class that is loaded. */
    static void transform(Class<?> loaded) throws UnmodifiableClassException {
        Instrumentation given = Objects.requireNonNull(instrumentation);
        given.addTransformer(new OfApplication(), true);
        given.retransformClasses(loaded);
    }

    private static final class OfApplication implements ClassFileTransformer {

        private final UnitTransformer transformer =
                new UnitTransformer(Objects.requireNonNull(TransformingAgent.class.getClassLoader()));

        @Override
        public byte @Nullable [] transform(
                @Nullable ClassLoader loader,
                String className,
                @Nullable Class<?> redefined,
                @Nullable ProtectionDomain domain,
                byte[] classFile)
                throws IllegalClassFormatException {
            if (!className.contains("AgentApplication")) {
                return null;
            }
            try {
                return transformer.transform(loader, className, redefined, domain, classFile);
            } catch (TransformerException e) {
                throw new IllegalClassFormatException(e.toString());
            }
        }
    }
}
