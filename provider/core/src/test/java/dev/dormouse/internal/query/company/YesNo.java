package dev.dormouse.internal.query.company;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Truth as a letter. */
@Converter
public class YesNo implements AttributeConverter<Boolean, String> {
    @Override
    public String convertToDatabaseColumn(Boolean attribute) {
        return attribute ? "Y" : "N";
    }

    @Override
    public Boolean convertToEntityAttribute(String dbData) {
        return dbData.equals("Y");
    }
}
