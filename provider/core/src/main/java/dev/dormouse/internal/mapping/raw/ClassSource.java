package dev.dormouse.internal.mapping.raw;

import java.util.Optional;

/** Where descriptions of classes come from. */
public interface ClassSource {

    /**
     * Describes a class, a managed one or any other that a mapping names.
     *
     * @param className the name, as {@link Class#getName()} gives it
     * @return empty if there is no such class
     */
    Optional<RawClass> find(String className);

    /** Returns the annotations of a package. */
    RawAnnotations packageAnnotations(String packageName);
}
