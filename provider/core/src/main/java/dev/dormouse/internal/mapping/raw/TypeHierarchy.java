package dev.dormouse.internal.mapping.raw;

import dev.dormouse.internal.mapping.model.TypeName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Questions about supertypes, answered from descriptions, not from loaded classes.
 *
 * @param classes where classes are described
 */
public record TypeHierarchy(ClassSource classes) {

    /** Returns what the type variables of a class's superclass stand for, seen from that class. */
    public Map<String, TypeName> bindings(RawClass supertype, TypeUse use, Map<String, TypeName> outer) {
        Map<String, TypeName> bindings = new HashMap<>();
        for (int i = 0;
                i < Math.min(supertype.typeVariables().size(), use.arguments().size());
                i++) {
            bindings.put(
                    supertype.typeVariables().get(i), use.arguments().get(i).resolve(outer));
        }
        return bindings;
    }

    /** Returns whether a class is, extends or implements another. */
    public boolean isSubtype(String className, String supertype) {
        return className.equals(supertype)
                || classes.find(className)
                        .map(type -> supertypes(type).anyMatch(use -> isSubtype(use.erasure(), supertype)))
                        .orElse(false);
    }

    /** Returns the type arguments with which a class implements a generic supertype, empty where it does not or leaves them open. */
    public Optional<List<TypeName>> arguments(RawClass type, String supertype) {
        return arguments(type, supertype, Map.of());
    }

    private Optional<List<TypeName>> arguments(RawClass type, String supertype, Map<String, TypeName> bindings) {
        for (TypeUse use : supertypes(type).toList()) {
            if (use.erasure().equals(supertype)) {
                return use.arguments().isEmpty()
                        ? Optional.empty()
                        : Optional.of(use.resolve(bindings).arguments());
            }
            Optional<List<TypeName>> found = classes.find(use.erasure())
                    .flatMap(above -> arguments(above, supertype, bindings(above, use, bindings)));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Stream<TypeUse> supertypes(RawClass type) {
        return Stream.concat(Stream.ofNullable(type.superclass()), type.interfaces().stream());
    }
}
