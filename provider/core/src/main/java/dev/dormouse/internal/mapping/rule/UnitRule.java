package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.internal.mapping.raw.RawUnit;

/** A rule about a persistence unit as written. */
interface UnitRule {

    void check(RawUnit unit, FailureCollector failures);
}
