package dev.dormouse.internal.mapping.model;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A Java type by name, with its generic arguments.
 *
 * @param name the name as {@link Class#getName()} gives it: {@code int}, {@code java.util.List}, {@code a.B$C}, {@code [B},
 *     {@code [Ljava.lang.Byte;}
 * @param arguments the arguments of a parameterized type in order, empty for a raw or plain one; a wildcard stands as its bound
 */
public record TypeName(String name, List<TypeName> arguments) {

    private static final Map<String, String> BOXED = Map.of(
            "boolean", "java.lang.Boolean",
            "byte", "java.lang.Byte",
            "short", "java.lang.Short",
            "char", "java.lang.Character",
            "int", "java.lang.Integer",
            "long", "java.lang.Long",
            "float", "java.lang.Float",
            "double", "java.lang.Double");

    public TypeName {
        arguments = List.copyOf(arguments);
    }

    public static TypeName of(String name, TypeName... arguments) {
        return new TypeName(name, List.of(arguments));
    }

    public static TypeName of(Class<?> type) {
        return new TypeName(type.getName(), List.of());
    }

    public boolean isPrimitive() {
        return BOXED.containsKey(name);
    }

    public boolean isArray() {
        return name.startsWith("[");
    }

    /** Returns the wrapper of a primitive type, and any other type as it is. */
    public TypeName boxed() {
        String wrapper = BOXED.get(name);
        return wrapper == null ? this : TypeName.of(wrapper);
    }

    public TypeName erasure() {
        return arguments.isEmpty() ? this : TypeName.of(name);
    }

    /** Returns the name without package and enclosing classes. */
    public String simpleName() {
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }

    @Override
    public String toString() {
        return arguments.isEmpty()
                ? name
                : name + arguments.stream().map(TypeName::toString).collect(Collectors.joining(", ", "<", ">"));
    }
}
