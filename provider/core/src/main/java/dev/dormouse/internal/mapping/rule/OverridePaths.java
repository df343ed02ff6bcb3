package dev.dormouse.internal.mapping.rule;

import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.model.TypeName;
import dev.dormouse.internal.mapping.raw.AttributeKind;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Whether the path in an override leads to an attribute. */
final class OverridePaths {

    /** What a column or a converter is for. */
    static final Set<AttributeKind> VALUES = EnumSet.of(AttributeKind.BASIC, AttributeKind.ELEMENT_COLLECTION);

    /** What join columns are for. */
    static final Set<AttributeKind> ASSOCIATIONS = EnumSet.of(AttributeKind.TO_ONE, AttributeKind.TO_MANY);

    private OverridePaths() {}

    /** Follows a path from a class, through embedded values and into collections of them, to an attribute of one of some kinds. */
    static boolean reach(ManagedClass type, String dotted, Set<AttributeKind> kinds) {
        AttributePath path = AttributePath.parse(dotted);
        Optional<RawAttribute> head = path.isEmpty() ? Optional.empty() : type.find(path.head());
        return head.isPresent()
                && (path.length() == 1
                        ? kinds.contains(head.get().kind().orElse(AttributeKind.BASIC))
                        : reachWithin(head.get(), path.tail().toString(), kinds));
    }

    /** Follows a path from an attribute; {@code key.} and {@code value.} choose a side of a map. */
    static boolean reachWithin(RawAttribute attribute, String dotted, Set<AttributeKind> kinds) {
        AttributePath path = AttributePath.parse(dotted);
        if (path.isEmpty()) {
            return false;
        }
        if (attribute.isMap() && (path.head().equals("key") || path.head().equals("value"))) {
            Optional<TypeName> side = path.head().equals("key") ? attribute.keyType() : attribute.elementType();
            return side.isPresent() && reach(attribute, side.get(), path.tail(), kinds);
        }
        return reach(
                attribute,
                attribute.kind().orElse(AttributeKind.BASIC) == AttributeKind.ELEMENT_COLLECTION
                        ? attribute.elementType().orElse(attribute.type())
                        : attribute.type(),
                path,
                kinds);
    }

    private static boolean reach(RawAttribute attribute, TypeName type, AttributePath path, Set<AttributeKind> kinds) {
        return path.isEmpty()
                || attribute
                        .embeddable(type)
                        .filter(embeddable -> reach(embeddable, path.toString(), kinds))
                        .isPresent();
    }
}
