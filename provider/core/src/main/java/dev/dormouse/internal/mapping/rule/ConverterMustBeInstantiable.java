package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.RawClass;
import dev.dormouse.internal.mapping.raw.RawUnit;

/** A converter class has a constructor without parameters (section 3.9). */
final class ConverterMustBeInstantiable implements UnitRule {

    @Override
    public void check(RawUnit unit, FailureCollector failures) {
        for (RawClass converter : unit.converters()) {
            if (converter.isAbstract() || !Constructors.hasDefault(converter)) {
                failures.add(MappingMessages.CONVERTER_NOT_INSTANTIABLE, converter.name());
            }
        }
    }
}
