package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.RawGenerator;
import dev.dormouse.internal.mapping.raw.RawUnit;
import java.util.HashMap;
import java.util.Map;

/** The names of generators are unique within a persistence unit, across their kinds (sections 11.1.51 and 11.1.53). */
final class GeneratorsMustBeUnique implements UnitRule {

    @Override
    public void check(RawUnit unit, FailureCollector failures) {
        Map<String, RawGenerator> seen = new HashMap<>();
        for (RawGenerator generator : RawGenerator.allOf(unit)) {
            RawGenerator other = seen.putIfAbsent(generator.name(), generator);
            if (other != null) {
                failures.add(
                        MappingMessages.GENERATOR_NAME_TWICE, generator.name(), other.location(), generator.location());
            }
        }
    }
}
