package dev.dormouse.internal.mapping.raw;

import dev.dormouse.internal.mapping.model.MemberModel;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Id;
import java.util.Optional;

/** Finds the access type of a class (section 2.3): what it says, else where its mapping annotations stand, else that of its hierarchy. */
final class AccessTypes {

    private final TypeHierarchy types;

    AccessTypes(TypeHierarchy types) {
        this.types = types;
    }

    /** Returns the access type of an entity or mapped superclass. */
    AccessType of(RawClass type) {
        return explicit(type)
                .or(() -> placed(type))
                .or(() -> inherited(type))
                .or(() -> idPlacement(type))
                .orElse(AccessType.FIELD);
    }

    /** Returns the access type of an embeddable or id class in a class with the given access type. */
    AccessType within(RawClass type, AccessType container) {
        if (type.isRecord()) {
            return AccessType.FIELD;
        }
        return explicit(type).or(() -> placed(type)).orElse(container);
    }

    private static Optional<AccessType> explicit(RawClass type) {
        return type.annotations().find(Access.class).map(access -> access.constant("value", AccessType.class));
    }

    /** Answers only if annotations stand on fields alone or on getters alone. */
    private static Optional<AccessType> placed(RawClass type) {
        boolean fields = isAnnotated(type, MemberModel.Kind.FIELD);
        boolean getters = isAnnotated(type, MemberModel.Kind.PROPERTY);
        if (fields == getters) {
            return Optional.empty();
        }
        return Optional.of(fields ? AccessType.FIELD : AccessType.PROPERTY);
    }

    private Optional<AccessType> inherited(RawClass type) {
        TypeUse above = type.superclass();
        return Optional.ofNullable(above)
                .flatMap(use -> types.classes().find(use.erasure()))
                .flatMap(superclass -> Role.of(superclass) == null
                        ? inherited(superclass)
                        : explicit(superclass).isPresent() ? inherited(superclass) : hierarchy(superclass));
    }

    private Optional<AccessType> hierarchy(RawClass type) {
        return placed(type).or(() -> inherited(type)).or(() -> idPlacement(type));
    }

    private static Optional<AccessType> idPlacement(RawClass type) {
        return type.members().stream()
                .filter(member -> member.annotations().has(Id.class)
                        || member.annotations().has(EmbeddedId.class))
                .findFirst()
                .map(member -> member.kind() == MemberModel.Kind.PROPERTY ? AccessType.PROPERTY : AccessType.FIELD);
    }

    private static boolean isAnnotated(RawClass type, MemberModel.Kind kind) {
        return type.members(kind)
                .anyMatch(member ->
                        !member.annotations().has(Access.class) && MappingAnnotations.isOn(member.annotations()));
    }
}
