package dev.dormouse.internal.layout.value;

import dev.dormouse.store.type.BasicType;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.PersistenceException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Of attributes with a converter: what the converter makes of a value is then stored as its type is. Nulls are the converter's, too. */
final class ConvertedConversion implements ValueConversion {

    private final Class<?> javaType;
    private final AttributeConverter<Object, Object> converter;
    private final ValueConversion stored;

    ConvertedConversion(Class<?> javaType, AttributeConverter<Object, Object> converter, ValueConversion stored) {
        this.javaType = javaType;
        this.converter = converter;
        this.stored = stored;
    }

    @Override
    public BasicType storeType() {
        return stored.storeType();
    }

    @Override
    public Class<?> javaType() {
        return javaType;
    }

    @Override
    public @Nullable Object toStore(@Nullable Object value) {
        if (value != null && !javaType.isInstance(value)) {
            throw new IllegalArgumentException(
                    ValueMessages.WRONG_TYPE.text(value, value.getClass().getName(), javaType.getName()));
        }
        return stored.toStore(call(converter::convertToDatabaseColumn, value));
    }

    @Override
    public @Nullable Object toJava(@Nullable Object value) {
        return call(converter::convertToEntityAttribute, stored.toJava(value));
    }

    @SuppressWarnings("NullAway") // A converter takes and returns null as it likes.
    private @Nullable Object call(UnaryOperator<@Nullable Object> conversion, @Nullable Object value) {
        try {
            return conversion.apply(value);
        } catch (RuntimeException e) {
            throw new PersistenceException(
                    ValueMessages.CONVERTER_FAILED.text(converter.getClass().getName(), value), e);
        }
    }
}
