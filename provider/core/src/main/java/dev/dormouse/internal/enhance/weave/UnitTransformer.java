package dev.dormouse.internal.enhance.weave;

import dev.dormouse.enhanced.EnhancedEntity;
import dev.dormouse.internal.enhance.EnhanceMessages;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.spi.ClassTransformer;
import jakarta.persistence.spi.TransformerException;
import java.lang.System.Logger.Level;
import java.security.ProtectionDomain;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/** Enhances the classes of a unit while a container loads them. What comes too late, or cannot see the provider, stays plain. Thread-safe. */
public final class UnitTransformer implements ClassTransformer {

    private static final System.Logger LOG = System.getLogger(UnitTransformer.class.getName());

    private final PersistentFields fields;

    /**
     * Makes the transformer of a unit.
     *
     * @param temporary a loader whose class files are read; it loads no class
     */
    public UnitTransformer(ClassLoader temporary) {
        this.fields = new PersistentFields(ClassFileLocator.ForClassLoader.of(temporary));
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            String className,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] classFile)
            throws TransformerException {
        ClassReader reader;
        try {
            reader = OpenedClassReader.of(classFile);
        } catch (IllegalArgumentException newerVersion) {
            if (ClassOutline.mayBeManaged(classFile)) {
                leavePlain(className, "its class file cannot be read (" + newerVersion.getMessage() + ")");
            }
            return null;
        }
        try {
            ClassWriter writer = new ClassWriter(0);
            ClassWeaver weaver = new ClassWeaver(fields, writer);
            reader.accept(weaver, 0);
            return weaver.isChanged() && isPossible(className, redefined, loader) ? writer.toByteArray() : null;
        } catch (PersistenceException | IllegalArgumentException failure) {
            throw new TransformerException(failure);
        }
    }

    private static boolean isPossible(String className, @Nullable Class<?> redefined, @Nullable ClassLoader loader) {
        String obstacle = obstacle(redefined, loader);
        if (obstacle != null) {
            leavePlain(className, obstacle);
        }
        return obstacle == null;
    }

    private static void leavePlain(String className, String obstacle) {
        LOG.log(Level.WARNING, EnhanceMessages.LEFT_PLAIN.text(className.replace('/', '.'), obstacle));
    }

    private static @Nullable String obstacle(@Nullable Class<?> redefined, @Nullable ClassLoader loader) {
        if (redefined != null) {
            return "it was loaded before the transformer came";
        }
        try {
            return Class.forName(EnhancedEntity.class.getName(), false, loader) == EnhancedEntity.class
                    ? null
                    : "its loader sees another copy of the provider";
        } catch (ClassNotFoundException e) {
            return "its loader does not see the provider";
        }
    }
}
