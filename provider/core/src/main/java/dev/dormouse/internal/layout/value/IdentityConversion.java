package dev.dormouse.internal.layout.value;

import dev.dormouse.store.type.BasicType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Of values that a store keeps as they are; all are immutable. */
final class IdentityConversion extends CheckedConversion<Object, Object> {

    @SuppressWarnings("unchecked")
    IdentityConversion(BasicType type) {
        super((Class<Object>) type.javaClass(), type);
    }

    @Override
    Object store(Object value) {
        return value;
    }

    @Override
    Object java(Object stored) {
        return stored;
    }

    @Override
    public boolean isIdentity() {
        return true;
    }

    @Override
    public boolean isSame(@Nullable Object value, @Nullable Object stored) {
        return Objects.equals(value, stored);
    }
}
