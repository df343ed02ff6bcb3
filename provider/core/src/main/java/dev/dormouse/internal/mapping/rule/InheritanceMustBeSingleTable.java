package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;

/** Hierarchies are mapped to a single table; the other strategies of section 2.12 are not built yet. */
final class InheritanceMustBeSingleTable implements ClassRule {

    @Override
    public void check(ManagedClass type, FailureCollector failures) {
        type.find(Inheritance.class)
                .map(written -> written.text("strategy"))
                .filter(strategy -> !strategy.equals(InheritanceType.SINGLE_TABLE.name()))
                .ifPresent(strategy -> failures.add(MappingMessages.INHERITANCE_NOT_SUPPORTED, strategy));
    }
}
