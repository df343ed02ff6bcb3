package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.internal.mapping.model.EntityModel;
import dev.dormouse.internal.mapping.model.PersistenceUnitModel;

/** A rule about a resolved entity; failures are added in the context of the entity. */
interface EntityRule {

    void check(EntityModel entity, PersistenceUnitModel unit, FailureCollector failures);
}
