package dev.dormouse.internal.mapping.resolve;

import dev.dormouse.internal.mapping.model.JavaClassModel;
import dev.dormouse.internal.mapping.raw.ManagedClass;

/** Describes the Java class of a managed type. */
final class JavaClasses {

    private JavaClasses() {}

    static JavaClassModel model(ManagedClass type) {
        return new JavaClassModel(
                type.name(),
                type.superclass().map(ManagedClass::name).orElse(null),
                type.declaration().isAbstract(),
                type.declaration().isRecord(),
                type.access());
    }
}
