package dev.dormouse.internal.mapping.raw;

import dev.dormouse.internal.mapping.model.TypeName;
import jakarta.persistence.Converter;

/**
 * A class that implements {@code AttributeConverter}.
 *
 * @param type the class
 * @param attributeType the type that it converts
 * @param databaseType the type to which it converts
 */
public record RawConverter(RawClass type, TypeName attributeType, TypeName databaseType) {

    public boolean isAutoApply() {
        return type.annotations()
                .find(Converter.class)
                .map(converter -> converter.flag("autoApply"))
                .orElse(false);
    }
}
