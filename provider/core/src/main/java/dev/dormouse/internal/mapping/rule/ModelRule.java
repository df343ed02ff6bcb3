package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.internal.mapping.model.PersistenceUnitModel;

/** A rule about all resolved entities together. */
interface ModelRule {

    void check(PersistenceUnitModel unit, FailureCollector failures);
}
