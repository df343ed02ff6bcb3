package dev.dormouse.internal.layout.value;

import dev.dormouse.internal.mapping.model.EnumMapping;
import dev.dormouse.store.record.TextTable;
import dev.dormouse.store.type.BasicType;
import jakarta.persistence.PersistenceException;
import java.lang.reflect.Field;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Of enums, in any form: the stored value of each constant is known beforehand. */
final class EnumConversion<E extends Enum<E>> implements ValueConversion {

    private final Class<E> type;
    private final BasicType storeType;
    private final Map<E, Object> stored;
    private final Map<Object, E> constants = new HashMap<>();
    private final @Nullable TextTable<E> texts;

    private EnumConversion(Class<E> type, EnumMapping mapping, ValueConversion fieldConversion) {
        this.type = type;
        this.storeType = fieldConversion.storeType();
        this.stored = new EnumMap<>(type);
        for (E constant : type.getEnumConstants()) {
            Object value = fieldConversion.toStore(value(constant, mapping));
            if (value == null || constants.put(value, constant) != null) {
                throw new PersistenceException(
                        ValueMessages.CONSTANT_WITHOUT_VALUE.text(constant, mapping.valueField()));
            }
            stored.put(constant, value);
        }
        this.texts = storeType == BasicType.STRING ? texts() : null;
    }

    private TextTable<E> texts() {
        Map<String, E> byText = new HashMap<>();
        constants.forEach((text, constant) -> byText.put((String) text, constant));
        return new TextTable<>(byText, this::constant);
    }

    /**
     * Makes the conversion of an enum.
     *
     * @param field the conversion of the kind that the mapping stores
     */
    @SuppressWarnings({"unchecked", "rawtypes"})
    static ValueConversion of(Class<?> type, EnumMapping mapping, ValueConversion field) {
        return new EnumConversion(type, mapping, field);
    }

    @SuppressWarnings("EnumOrdinal") // What the specification wants stored.
    private static @Nullable Object value(Enum<?> constant, EnumMapping mapping) {
        return switch (mapping.form()) {
            case ORDINAL -> constant.ordinal();
            case STRING -> constant.name();
            case VALUE -> valueOfField(constant, Objects.requireNonNull(mapping.valueField()));
        };
    }

    private static @Nullable Object valueOfField(Enum<?> constant, String name) {
        try {
            Field field = constant.getDeclaringClass().getDeclaredField(name);
            field.setAccessible(true);
            return field.get(constant);
        } catch (ReflectiveOperationException e) {
            throw new PersistenceException(ValueMessages.CONSTANT_WITHOUT_VALUE.text(constant, name), e);
        }
    }

    @Override
    public BasicType storeType() {
        return storeType;
    }

    @Override
    public Class<?> javaType() {
        return type;
    }

    @Override
    public @Nullable TextTable<?> constants() {
        return texts;
    }

    @Override
    public @Nullable Object toStore(@Nullable Object value) {
        if (value != null && !type.isInstance(value)) {
            throw new IllegalArgumentException(
                    ValueMessages.WRONG_TYPE.text(value, value.getClass().getName(), type.getName()));
        }
        return value == null ? null : stored.get(type.cast(value));
    }

    @Override
    public @Nullable Object toJava(@Nullable Object value) {
        return value == null ? null : constant(value);
    }

    private E constant(Object value) {
        E constant = constants.get(value);
        if (constant == null) {
            throw new PersistenceException(ValueMessages.UNKNOWN_CONSTANT.text(value, type.getName()));
        }
        return constant;
    }
}
