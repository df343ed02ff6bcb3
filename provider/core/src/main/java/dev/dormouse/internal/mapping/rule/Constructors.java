package dev.dormouse.internal.mapping.rule;

import dev.dormouse.internal.mapping.raw.RawClass;

/** What rules ask about constructors. */
final class Constructors {

    private Constructors() {}

    /** Returns whether a class has a constructor without parameters that its package, at least, can see. */
    static boolean hasDefault(RawClass type) {
        return type.constructors().stream()
                .anyMatch(constructor -> constructor.parameterTypes().isEmpty() && !constructor.isPrivate());
    }
}
