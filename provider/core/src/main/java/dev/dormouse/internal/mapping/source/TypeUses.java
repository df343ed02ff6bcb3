package dev.dormouse.internal.mapping.source;

import dev.dormouse.internal.mapping.raw.TypeUse;
import java.util.List;
import net.bytebuddy.description.type.TypeDescription;

/** Turns generic types into type uses. */
final class TypeUses {

    private TypeUses() {}

    static TypeUse of(TypeDescription.Generic type) {
        return switch (type.getSort()) {
            case PARAMETERIZED ->
                new TypeUse(
                        type.asErasure().getName(),
                        null,
                        type.getTypeArguments().stream().map(TypeUses::of).toList());
            case WILDCARD ->
                of(
                        type.getLowerBounds().isEmpty()
                                ? type.getUpperBounds().get(0)
                                : type.getLowerBounds().get(0));
            case VARIABLE, VARIABLE_SYMBOLIC -> new TypeUse(type.asErasure().getName(), type.getSymbol(), List.of());
            case NON_GENERIC, GENERIC_ARRAY -> new TypeUse(type.asErasure().getName(), null, List.of());
        };
    }
}
