package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.model.TypeName;
import dev.dormouse.internal.mapping.raw.RawClass;
import dev.dormouse.internal.mapping.raw.RawConverter;
import dev.dormouse.internal.mapping.raw.RawUnit;
import java.util.HashMap;
import java.util.Map;

/** One converter at most applies automatically to a type (section 3.9). */
final class AutoAppliedConvertersMustNotConflict implements UnitRule {

    @Override
    public void check(RawUnit unit, FailureCollector failures) {
        Map<TypeName, String> seen = new HashMap<>();
        for (RawClass type : unit.converters()) {
            unit.basicTypes()
                    .converter(type.name())
                    .filter(RawConverter::isAutoApply)
                    .ifPresent(converter -> {
                        String other = seen.putIfAbsent(converter.attributeType(), type.name());
                        if (other != null) {
                            failures.add(
                                    MappingMessages.CONVERTERS_CONFLICT, converter.attributeType(), other, type.name());
                        }
                    });
        }
    }
}
