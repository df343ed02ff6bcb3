package dev.dormouse.internal.mapping.rule;

import dev.dormouse.internal.mapping.model.TypeName;
import dev.dormouse.internal.mapping.raw.AttributeKind;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.RawAnnotation;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import jakarta.persistence.IdClass;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What rules ask about the type of an entity's id. */
final class IdTypes {

    private IdTypes() {}

    /** Returns the type of an entity's id value, empty if its identifier is ill-formed. */
    static Optional<TypeName> of(ManagedClass entity) {
        return of(entity, new HashSet<>());
    }

    private static Optional<TypeName> of(ManagedClass entity, Set<String> visited) {
        if (!visited.add(entity.name())) {
            return Optional.empty();
        }
        Optional<RawAnnotation> idClass = entity.findInherited(IdClass.class);
        if (idClass.isPresent()) {
            return Optional.of(idClass.get().type("value"));
        }
        List<RawAttribute> ids =
                entity.attributes().stream().filter(RawAttribute::isId).toList();
        if (ids.size() != 1) {
            return Optional.empty();
        }
        RawAttribute id = ids.get(0);
        return id.kind().orElse(AttributeKind.BASIC) == AttributeKind.TO_ONE
                ? id.target().flatMap(target -> of(target, visited))
                : Optional.of(id.type());
    }
}
