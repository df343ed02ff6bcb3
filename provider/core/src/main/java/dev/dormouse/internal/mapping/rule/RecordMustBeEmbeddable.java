package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.Role;

/** A record can be an embeddable, but no entity and no mapped superclass (sections 2.1 and 2.5). */
final class RecordMustBeEmbeddable implements ClassRule {

    @Override
    public void check(ManagedClass type, FailureCollector failures) {
        if (type.role() != Role.EMBEDDABLE && type.declaration().isRecord()) {
            failures.add(MappingMessages.RECORD_NOT_EMBEDDABLE, type.role(), type.name());
        }
    }
}
