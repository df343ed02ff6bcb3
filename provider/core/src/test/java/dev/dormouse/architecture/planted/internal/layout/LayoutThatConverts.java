package dev.dormouse.architecture.planted.internal.layout;

import jakarta.persistence.AttributeConverter;

class LayoutThatConverts implements AttributeConverter<String, String> {
    @Override
    public String convertToDatabaseColumn(String attribute) {
        return attribute;
    }

    @Override
    public String convertToEntityAttribute(String dbData) {
        return dbData;
    }
}
