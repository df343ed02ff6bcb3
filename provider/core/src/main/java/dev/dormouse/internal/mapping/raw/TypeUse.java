package dev.dormouse.internal.mapping.raw;

import dev.dormouse.internal.mapping.model.TypeName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A type as written in a declaration, type variables not yet replaced.
 *
 * @param erasure the erasure, as {@link Class#getName()} gives it; for a variable that of its bound
 * @param variable the name of the type variable, null where it is none
 * @param arguments the arguments of a parameterized type; a wildcard stands as its bound
 */
public record TypeUse(String erasure, @Nullable String variable, List<TypeUse> arguments) {

    public TypeUse {
        arguments = List.copyOf(arguments);
    }

    /** Returns the type with variables replaced; a variable without a binding stands as its bound. */
    public TypeName resolve(Map<String, TypeName> bindings) {
        TypeName bound = variable == null ? null : bindings.get(variable);
        return bound != null
                ? bound
                : new TypeName(
                        erasure,
                        arguments.stream()
                                .map(argument -> argument.resolve(bindings))
                                .toList());
    }

    /** Returns whether a type variable occurs anywhere in it. */
    public boolean isOpen() {
        return variable != null || arguments.stream().anyMatch(TypeUse::isOpen);
    }
}
