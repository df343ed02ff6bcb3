package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.RawClass;
import dev.dormouse.internal.mapping.raw.RawUnit;

/** A converter implements {@code AttributeConverter} with type arguments (section 3.9). */
final class ConverterMustHaveTypes implements UnitRule {

    @Override
    public void check(RawUnit unit, FailureCollector failures) {
        for (RawClass converter : unit.converters()) {
            if (unit.basicTypes().converter(converter.name()).isEmpty()) {
                failures.add(MappingMessages.CONVERTER_WITHOUT_TYPES, converter.name());
            }
        }
    }
}
