package dev.dormouse.internal.mapping.resolve;

import dev.dormouse.internal.mapping.model.BasicKind;
import dev.dormouse.internal.mapping.model.ConverterModel;
import dev.dormouse.internal.mapping.raw.RawConverter;
import dev.dormouse.internal.mapping.raw.RawUnit;

/** Describes converters. */
final class Converters {

    private Converters() {}

    static ConverterModel model(RawUnit raw, RawConverter converter) {
        return new ConverterModel(
                converter.type().name(),
                converter.attributeType(),
                converter.databaseType(),
                raw.basicTypes().kind(converter.databaseType()).orElse(BasicKind.SERIALIZABLE),
                converter.isAutoApply());
    }
}
