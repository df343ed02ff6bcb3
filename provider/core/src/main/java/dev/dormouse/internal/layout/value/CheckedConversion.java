package dev.dormouse.internal.layout.value;

import dev.dormouse.store.type.BasicType;
import org.jspecify.annotations.Nullable;

/** What conversions have in common: null stays null, and values are of the Java type. */
abstract class CheckedConversion<J, S> implements ValueConversion {

    private final Class<J> javaType;
    private final BasicType storeType;

    CheckedConversion(Class<J> javaType, BasicType storeType) {
        this.javaType = javaType;
        this.storeType = storeType;
    }

    abstract S store(J value);

    abstract J java(S stored);

    @Override
    public final BasicType storeType() {
        return storeType;
    }

    @Override
    public final Class<?> javaType() {
        return javaType;
    }

    @Override
    public @Nullable Object toStore(@Nullable Object value) {
        return value == null ? null : store(checked(value));
    }

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable Object toJava(@Nullable Object stored) {
        return stored == null ? null : java((S) stored);
    }

    final J checked(Object value) {
        if (!javaType.isInstance(value)) {
            throw new IllegalArgumentException(
                    ValueMessages.WRONG_TYPE.text(value, value.getClass().getName(), javaType.getName()));
        }
        return javaType.cast(value);
    }
}
