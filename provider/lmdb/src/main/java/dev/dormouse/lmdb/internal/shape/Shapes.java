package dev.dormouse.lmdb.internal.shape;

import dev.dormouse.lmdb.internal.failure.ValueMessages;
import dev.dormouse.store.type.BasicType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Derives shapes. One derivation meets each class once, so that a class may refer to itself. */
public final class Shapes {

    private static final Map<Class<?>, Class<?>> BOXES = Map.of(
            boolean.class, Boolean.class,
            byte.class, Byte.class,
            short.class, Short.class,
            char.class, Character.class,
            int.class, Integer.class,
            long.class, Long.class,
            float.class, Float.class,
            double.class, Double.class);

    private final Map<Class<?>, Structure> structures = new HashMap<>();

    private Shapes() {}

    /**
     * Derives the shape of a record or bean.
     *
     * @throws IllegalArgumentException if it, or a property, cannot be kept
     */
    public static Structure of(Class<?> type) {
        return new Shapes().structure(type, type.getSimpleName());
    }

    /** Returns the shape of a type, at a place that messages name. */
    Shape shape(Type type, String place) {
        if (type instanceof WildcardType wildcard) {
            return shape(wildcard.getUpperBounds()[0], place);
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            return generic(raw, generic.getActualTypeArguments(), place);
        }
        if (!(type instanceof Class<?> known)) {
            throw unsupported(type, place);
        }
        Shape simple = simple(known);
        if (simple != null) {
            return simple;
        }
        if (known.isArray() && known.getComponentType().isPrimitive()) {
            return new Shape.Numbers(known.getComponentType());
        }
        if (known.isArray()
                || known.isInterface()
                || known.isPrimitive()
                || known.getName().startsWith("java.")
                || known.getTypeParameters().length > 0) {
            throw unsupported(type, place);
        }
        return structure(known, place);
    }

    private static @Nullable Shape simple(Class<?> type) {
        Class<?> boxed = BOXES.getOrDefault(type, type);
        for (BasicType basic : BasicType.values()) {
            if (basic.javaClass() == boxed) {
                return new Shape.Basic(basic);
            }
        }
        if (boxed == Byte.class || boxed == Short.class || boxed == Character.class) {
            return new Shape.Small(boxed);
        }
        if (type.isEnum()) {
            return new Shape.Constant(type, (Enum<?>[]) type.getEnumConstants());
        }
        return type == Object.class ? new Shape.Tree() : null;
    }

    private Shape generic(Class<?> raw, Type[] arguments, String place) {
        if (raw == List.class || raw == Collection.class) {
            return new Shape.Sequence(shape(arguments[0], place), false);
        }
        if (raw == Set.class) {
            return new Shape.Sequence(shape(arguments[0], place), true);
        }
        if (raw != Map.class) {
            throw unsupported(raw, place);
        }
        Shape key = shape(arguments[0], place);
        boolean keyed = key instanceof Shape.Constant
                || (key instanceof Shape.Basic basic
                        && (basic.type() == BasicType.STRING
                                || basic.type() == BasicType.UUID
                                || basic.type() == BasicType.INTEGER
                                || basic.type() == BasicType.LONG));
        if (!keyed) {
            throw unsupported(arguments[0], place + " (keys)");
        }
        return new Shape.Entries(key, shape(arguments[1], place));
    }

    private static IllegalArgumentException unsupported(Type type, String place) {
        return new IllegalArgumentException(ValueMessages.UNSUPPORTED_TYPE.text(type.getTypeName(), place));
    }

    private Structure structure(Class<?> type, String place) {
        Structure known = structures.get(type);
        if (known != null) {
            return known;
        }
        Members members = new Members(type, place);
        Structure made = new Structure(type, members.maker());
        structures.put(type, made);
        made.complete(members.properties(this, type.isRecord() ? null : made.fresh()));
        return made;
    }
}
