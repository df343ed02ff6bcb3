package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.RawUnit;

/** A persistence unit lists classes that exist (section 8.2.1.6). */
final class ListedClassesMustExist implements UnitRule {

    @Override
    public void check(RawUnit unit, FailureCollector failures) {
        unit.missing().forEach(name -> failures.add(MappingMessages.CLASS_NOT_FOUND, name));
    }
}
