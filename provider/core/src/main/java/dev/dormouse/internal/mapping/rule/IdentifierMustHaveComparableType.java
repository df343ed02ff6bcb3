package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.model.BasicKind;
import dev.dormouse.internal.mapping.raw.AttributeKind;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import jakarta.persistence.Convert;
import jakarta.persistence.Converts;
import jakarta.persistence.Id;
import java.util.Optional;

/** A simple identifier is of a basic type that has an order and an equality (section 2.4). */
final class IdentifierMustHaveComparableType implements AttributeRule {

    @Override
    public void check(RawAttribute attribute, FailureCollector failures) {
        if (!attribute.has(Id.class) || attribute.kind().orElse(AttributeKind.BASIC) != AttributeKind.BASIC) {
            return;
        }
        boolean isConverted =
                !attribute.annotations().all(Convert.class, Converts.class).isEmpty();
        Optional<BasicKind> kind = attribute.owner().unit().basicTypes().kind(attribute.type());
        if (!isConverted && kind.isPresent() && kind.get() == BasicKind.SERIALIZABLE && !attribute.isOpen()) {
            failures.add(MappingMessages.ID_TYPE, attribute.type());
        }
    }
}
