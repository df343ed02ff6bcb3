package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.AttributeKind;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.util.List;

/** A composite identifier is represented by a class (section 2.4.1). */
final class CompositeIdentifierMustHaveIdClass implements ClassRule {

    @Override
    public void check(ManagedClass type, FailureCollector failures) {
        List<RawAttribute> ids = type.attributesWith(Id.class);
        boolean isComposite = ids.size() > 1 || (ids.size() == 1 && refersToComposite(ids.get(0)));
        if (type.isRootEntity()
                && isComposite
                && type.findInherited(IdClass.class).isEmpty()) {
            failures.add(MappingMessages.ID_CLASS_MISSING, type.name());
        }
    }

    private static boolean refersToComposite(RawAttribute id) {
        return id.kind().orElse(AttributeKind.BASIC) == AttributeKind.TO_ONE
                && id.target()
                        .filter(target -> target.findInherited(IdClass.class).isPresent()
                                || !target.attributesWith(EmbeddedId.class).isEmpty())
                        .isPresent();
    }
}
