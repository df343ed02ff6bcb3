package dev.dormouse.internal.mapping.raw;

import java.lang.reflect.Modifier;
import java.util.List;

/**
 * A method or constructor.
 *
 * @param name its name, {@code <init>} for a constructor
 * @param declaringClass the class that declares it
 * @param modifiers its modifiers, as {@link Modifier} reads them
 * @param parameterTypes the erased types of its parameters
 * @param returnType its erased return type
 * @param annotations what stands on it
 */
public record RawMethod(
        String name,
        String declaringClass,
        int modifiers,
        List<String> parameterTypes,
        String returnType,
        RawAnnotations annotations) {

    public RawMethod {
        parameterTypes = List.copyOf(parameterTypes);
    }

    public boolean isStatic() {
        return Modifier.isStatic(modifiers);
    }

    public boolean isPrivate() {
        return Modifier.isPrivate(modifiers);
    }

    public boolean isFinal() {
        return Modifier.isFinal(modifiers);
    }
}
