package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.internal.mapping.raw.RawAttribute;

/** A rule about an attribute as written; failures are added in the context of the attribute. */
interface AttributeRule {

    void check(RawAttribute attribute, FailureCollector failures);
}
