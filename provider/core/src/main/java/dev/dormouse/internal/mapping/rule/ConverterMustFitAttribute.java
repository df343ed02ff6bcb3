package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.model.TypeName;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import jakarta.persistence.Convert;
import jakarta.persistence.Converts;
import java.util.Optional;

/** A converter converts values of the attribute's type (section 3.9). */
final class ConverterMustFitAttribute implements AttributeRule {

    @Override
    public void check(RawAttribute attribute, FailureCollector failures) {
        if (attribute.isMap() || attribute.isOpen()) {
            return;
        }
        Optional<TypeName> type = new ValueTypes(attribute).value();
        attribute.annotations().all(Convert.class, Converts.class).stream()
                .filter(convert -> convert.text("attributeName").isEmpty() && !convert.flag("disableConversion"))
                .flatMap(convert ->
                        attribute
                                .owner()
                                .unit()
                                .basicTypes()
                                .converter(convert.type("converter").name())
                                .stream())
                .filter(converter -> type.isPresent() && !fits(attribute, converter.attributeType(), type.get()))
                .forEach(converter -> failures.add(
                        MappingMessages.CONVERTER_MISFIT,
                        converter.type().name(),
                        converter.attributeType(),
                        type.get()));
    }

    private static boolean fits(RawAttribute attribute, TypeName converted, TypeName type) {
        return converted.name().equals(type.boxed().name())
                || attribute.owner().unit().types().isSubtype(type.boxed().name(), converted.name());
    }
}
