package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.internal.mapping.raw.ManagedClass;

/** A rule about a managed class as written; failures are added in the context of the class. */
interface ClassRule {

    void check(ManagedClass type, FailureCollector failures);
}
