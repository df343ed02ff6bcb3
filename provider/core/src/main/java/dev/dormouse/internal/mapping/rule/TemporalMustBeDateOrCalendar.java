package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.model.BasicKind;
import dev.dormouse.internal.mapping.model.TypeName;
import dev.dormouse.internal.mapping.raw.RawAnnotation;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import java.util.Optional;

/** {@code @Temporal} and {@code @MapKeyTemporal} stand where values are of type Date or Calendar (sections 11.1.54 and 11.1.40). */
final class TemporalMustBeDateOrCalendar implements AttributeRule {

    @Override
    public void check(RawAttribute attribute, FailureCollector failures) {
        for (RawAnnotation written : attribute.annotations().all()) {
            switch (written.display()) {
                case "@Temporal" -> check("Temporal", new ValueTypes(attribute).value(), failures);
                case "@MapKeyTemporal" -> check("MapKeyTemporal", attribute.keyType(), failures);
                default -> {}
            }
        }
    }

    private static void check(String annotation, Optional<TypeName> type, FailureCollector failures) {
        boolean isDate = type.flatMap(name -> BasicKind.ofName(name.name()))
                .filter(kind -> kind == BasicKind.UTIL_DATE || kind == BasicKind.CALENDAR)
                .isPresent();
        if (type.isPresent() && !isDate) {
            failures.add(MappingMessages.TEMPORAL_TYPE, annotation, type.get());
        }
    }
}
