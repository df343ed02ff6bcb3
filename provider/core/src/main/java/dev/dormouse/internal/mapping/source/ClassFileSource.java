package dev.dormouse.internal.mapping.source;

import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.ClassSource;
import dev.dormouse.internal.mapping.raw.RawAnnotations;
import dev.dormouse.internal.mapping.raw.RawClass;
import jakarta.persistence.PersistenceException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.pool.TypePool;

/** Describes classes from the class files that a class loader finds. */
public final class ClassFileSource implements ClassSource {

    private final TypePool pool;
    private final Map<String, Optional<RawClass>> classes = new HashMap<>();

    /**
     * Creates a source.
     *
     * @param loader whose resources hold the class files, such as a container's temporary class loader
     */
    public ClassFileSource(ClassLoader loader) {
        this(ClassFileLocator.ForClassLoader.of(loader));
    }

    /**
     * Creates a source.
     *
     * @param files finds the class files, such as those of a build
     */
    public ClassFileSource(ClassFileLocator files) {
        pool = new TypePool.Default(
                new TypePool.CacheProvider.Simple(), files, TypePool.Default.ReaderMode.FAST, new PlatformTypes());
    }

    @Override
    public Optional<RawClass> find(String className) {
        return classes.computeIfAbsent(className, this::read);
    }

    @Override
    public RawAnnotations packageAnnotations(String packageName) {
        return find(packageName + ".package-info").map(RawClass::annotations).orElse(RawAnnotations.NONE);
    }

    private Optional<RawClass> read(String className) {
        try {
            TypePool.Resolution resolution = pool.describe(className);
            return resolution.isResolved()
                    ? Optional.of(new ClassReading(resolution.resolve()).read())
                    : Optional.empty();
        } catch (IllegalArgumentException | TypePool.Resolution.NoSuchTypeException e) {
            throw new PersistenceException(MappingMessages.UNREADABLE_CLASS.text(className, e.toString()), e);
        }
    }
}
