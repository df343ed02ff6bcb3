package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.model.TypeName;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import dev.dormouse.internal.mapping.raw.Role;
import java.util.Optional;

/** {@code mappedBy} names the association on the other side that owns the relationship (sections 2.10 and 11.1.41 to 11.1.43). */
final class MappedByMustNameOwningAttribute implements AttributeRule {

    @Override
    public void check(RawAttribute attribute, FailureCollector failures) {
        String mappedBy = attribute.mappedBy();
        ManagedClass target = attribute.target().orElse(null);
        if (mappedBy == null || target == null) {
            return;
        }
        Optional<RawAttribute> owning = target.find(AttributePath.parse(mappedBy));
        boolean isOwning = owning.isPresent()
                && owning.get().association().isPresent()
                && owning.get().mappedBy() == null
                && owning.get()
                        .targetType()
                        .filter(type -> refersTo(type, attribute.owner()))
                        .isPresent();
        if (!isOwning) {
            failures.add(
                    MappingMessages.MAPPED_BY_UNKNOWN,
                    mappedBy,
                    target.name(),
                    attribute.owner().name());
        }
    }

    /** An embeddable's or mapped superclass's attribute belongs to an entity that only the use of the class tells. */
    private static boolean refersTo(TypeName type, ManagedClass owner) {
        return owner.role() != Role.ENTITY
                || owner.unit().types().isSubtype(owner.name(), type.name())
                || owner.unit().types().isSubtype(type.name(), owner.name());
    }
}
