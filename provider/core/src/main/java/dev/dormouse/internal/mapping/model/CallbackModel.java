package dev.dormouse.internal.mapping.model;

import org.jspecify.annotations.Nullable;

/**
 * A life-cycle callback method (section 3.6).
 *
 * @param kind the event
 * @param className the class that declares the method: a listener, or the entity class or a superclass of it
 * @param methodName the method, of any visibility
 * @param parameterType for a listener's method the erased type of its parameter, as {@link Class#getName()} gives it; null for a method
 *     of the entity itself
 */
public record CallbackModel(CallbackKind kind, String className, String methodName, @Nullable String parameterType) {

    public boolean isListener() {
        return parameterType != null;
    }
}
