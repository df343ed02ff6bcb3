package dev.dormouse.internal.query.build;

import dev.dormouse.failure.QueryMessages;
import dev.dormouse.store.record.Key;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ways from the values that a program sets to those that a plan takes. */
final class ParameterBinders {

    /** Finds the key of an entity or id that is a parameter's value. */
    interface KeyOf {
        /** Returns the key, null for an entity without one. */
        @Nullable
        Key key(Object value);
    }

    private ParameterBinders() {}

    static ParameterUse.Binder scalar(ParameterName name, ValueType type) {
        return value -> value == null ? null : convert(name, type, value);
    }

    static ParameterUse.Binder list(ParameterName name, ValueType type) {
        return list(name, scalar(name, type));
    }

    static ParameterUse.Binder list(ParameterName name, ParameterUse.Binder element) {
        return value -> {
            List<@Nullable Object> stored = new ArrayList<>();
            for (Object one : elements(name, value)) {
                stored.add(one == null ? null : element.bind(one));
            }
            return stored;
        };
    }

    private static Collection<?> elements(ParameterName name, @Nullable Object value) {
        if (value instanceof Collection<?> collection) {
            return collection;
        }
        if (value instanceof Object[] array) {
            return Arrays.asList(array);
        }
        throw wrongValue(name, value, "a collection");
    }

    private static Object convert(ParameterName name, ValueType type, Object value) {
        if (type.isNumber() && value instanceof Number number) {
            Object exact = NumberCoercion.exact(number, type.stored());
            if (exact == null) {
                throw wrongValue(name, value, type.describe());
            }
            return exact;
        }
        if (type.isPlain() && type.stored().javaClass().isInstance(value)) {
            return value;
        }
        if (!type.javaType().isInstance(value)) {
            throw wrongValue(name, value, type.describe());
        }
        Object stored = type.toStore(value);
        if (stored == null) {
            throw wrongValue(name, value, type.describe());
        }
        return stored;
    }

    static IllegalArgumentException wrongValue(ParameterName name, @Nullable Object value, String required) {
        String described =
                value == null ? "null" : value + " (" + value.getClass().getName() + ")";
        return QueryMessages.wrong(QueryMessages.WRONG_PARAMETER_VALUE, described, name, required);
    }
}
