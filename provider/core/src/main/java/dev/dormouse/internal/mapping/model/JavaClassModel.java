package dev.dormouse.internal.mapping.model;

import jakarta.persistence.AccessType;
import org.jspecify.annotations.Nullable;

/**
 * The Java class of a managed type.
 *
 * @param name the class name as {@link Class#getName()} gives it
 * @param superclass the name of the nearest managed superclass (entity or mapped superclass), null for none
 * @param isAbstract whether it cannot be instantiated
 * @param isRecord whether it is a record
 * @param access the access type that its attributes have unless they say otherwise
 */
public record JavaClassModel(
        String name, @Nullable String superclass, boolean isAbstract, boolean isRecord, AccessType access) {}
