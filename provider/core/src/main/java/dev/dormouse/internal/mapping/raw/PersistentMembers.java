package dev.dormouse.internal.mapping.raw;

import dev.dormouse.internal.mapping.model.TypeName;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Transient;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the members of a class that are persistent under its access type (section 2.3), through its hierarchy. */
final class PersistentMembers {

    private final TypeHierarchy types;

    PersistentMembers(TypeHierarchy types) {
        this.types = types;
    }

    List<RawAttribute> of(ManagedClass type) {
        Map<String, RawAttribute> found = new LinkedHashMap<>();
        collect(type, type.declaration(), Map.of(), found);
        return List.copyOf(found.values());
    }

    private void collect(
            ManagedClass owner, RawClass type, Map<String, TypeName> bindings, Map<String, RawAttribute> found) {
        TypeUse above = type.superclass();
        if (above != null) {
            types.classes()
                    .find(above.erasure())
                    .ifPresent(superclass ->
                            collect(owner, superclass, types.bindings(superclass, above, bindings), found));
        }
        Optional<ManagedClass> managed = type.name().equals(owner.name())
                ? Optional.of(owner)
                : owner.unit().find(type.name());
        managed.or(() -> inheritedValueState(owner, type)).ifPresent(declaring -> {
            for (RawMember member : declared(declaring.declaration(), declaring.access())) {
                found.put(
                        member.name(),
                        new RawAttribute(owner, member, member.type().resolve(bindings)));
            }
        });
    }

    /** An id class is an ordinary class: all that it inherits is its state. An embeddable inherits from what is mapped. */
    private static Optional<ManagedClass> inheritedValueState(ManagedClass owner, RawClass type) {
        boolean isValue = owner.role() == Role.ID_CLASS || (owner.role() == Role.EMBEDDABLE && Role.of(type) != null);
        return isValue
                ? Optional.of(new ManagedClass(owner.unit(), type, owner.role(), owner.access()))
                : Optional.empty();
    }

    /** Returns the persistent members that a class declares, in their order. */
    static List<RawMember> declared(RawClass type, AccessType access) {
        return type.members().stream()
                .filter(member -> isPersistent(member, access))
                .toList();
    }

    private static boolean isPersistent(RawMember member, AccessType access) {
        if (Modifier.isStatic(member.modifiers()) || member.annotations().has(Transient.class)) {
            return false;
        }
        Optional<AccessType> own =
                member.annotations().find(Access.class).map(written -> written.constant("value", AccessType.class));
        return switch (member.kind()) {
            case RECORD_COMPONENT -> true;
            case FIELD -> !Modifier.isTransient(member.modifiers()) && own.orElse(access) == AccessType.FIELD;
            case PROPERTY -> own.orElse(access) == AccessType.PROPERTY && isProperty(member);
        };
    }

    /** A getter without a setter and without a mapping is a method like any other. */
    private static boolean isProperty(RawMember member) {
        return MappingAnnotations.isOn(member.annotations())
                || (member.setter() != null && !Modifier.isPrivate(member.modifiers()));
    }
}
