package dev.dormouse.internal.query.build;

import dev.dormouse.internal.layout.value.ValueConversion;
import dev.dormouse.internal.mapping.model.BasicKind;
import dev.dormouse.internal.mapping.model.BasicValue;
import dev.dormouse.store.type.BasicType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The type of a scalar as the program and as the store see it.
 *
 * @param stored the type of its values in a plan
 * @param javaType the class of its values in the program, never primitive
 * @param conversion the way between them, null where values are the same on both sides
 * @param isPlain whether the stored value means what the Java value means, so that it may be computed with and compared across types; false for
 *     enums, converted and serialized values
 */
public record ValueType(BasicType stored, Class<?> javaType, @Nullable ValueConversion conversion, boolean isPlain) {

    public static final ValueType BOOLEAN = of(BasicType.BOOLEAN);
    public static final ValueType INTEGER = of(BasicType.INTEGER);
    public static final ValueType LONG = of(BasicType.LONG);
    public static final ValueType DOUBLE = of(BasicType.DOUBLE);
    public static final ValueType STRING = of(BasicType.STRING);

    private static final Set<BasicKind> NOT_PLAIN =
            Set.of(BasicKind.ENUM, BasicKind.SERIALIZABLE, BasicKind.CONVERTED, BasicKind.YEAR);

    private static final Map<Class<?>, Integer> PROMOTION = Map.of(
            Byte.class, 0,
            Short.class, 0,
            Integer.class, 0,
            Long.class, 1,
            BigInteger.class, 2,
            BigDecimal.class, 3,
            Float.class, 4,
            Double.class, 5);

    /** Returns the type whose Java values are the store's own. */
    public static ValueType of(BasicType type) {
        return new ValueType(type, type.javaClass(), null, true);
    }

    /** Returns the type of an attribute's values. */
    public static ValueType of(BasicValue value, ValueConversion conversion) {
        boolean isOwnClass = value.kind() == BasicKind.OBJECT_ID && conversion.javaType() != String.class;
        boolean plain = value.converter() == null && !NOT_PLAIN.contains(value.kind()) && !isOwnClass;
        return new ValueType(
                conversion.storeType(), conversion.javaType(), conversion.isIdentity() ? null : conversion, plain);
    }

    /** Returns what the store keeps for a value of the program. */
    public @Nullable Object toStore(@Nullable Object value) {
        return conversion == null ? value : conversion.toStore(value);
    }

    /** Returns the program's value for a stored one. */
    public @Nullable Object toJava(@Nullable Object stored) {
        return conversion == null ? stored : conversion.toJava(stored);
    }

    /** Returns whether values are numbers that can be computed with. */
    public boolean isNumber() {
        return isPlain && stored.isNumeric() && PROMOTION.containsKey(javaType);
    }

    /** Returns whether values are text. */
    public boolean isText() {
        return stored == BasicType.STRING && (isPlain || javaType == String.class);
    }

    /** Returns whether values are dates, times or both. */
    public boolean isTemporal() {
        return isPlain
                && switch (stored) {
                    case DATE, TIME, TIMESTAMP, INSTANT, OFFSET_TIME, OFFSET_TIMESTAMP -> true;
                    default -> false;
                };
    }

    /** Returns whether values are conditions. */
    public boolean isCondition() {
        return stored == BasicType.BOOLEAN;
    }

    /** Returns the type that two numbers are computed in (specification, section 4.7.13). */
    public ValueType promotedWith(ValueType other) {
        ValueType wider = rank() >= other.rank() ? this : other;
        return wider.rank() == 0 ? INTEGER : of(wider.stored);
    }

    private int rank() {
        return PROMOTION.getOrDefault(javaType, 0);
    }

    /** Returns whether stored values of both can be compared with one another as they are. */
    public boolean isLike(ValueType other) {
        return stored == other.stored && ((isPlain && other.isPlain) || javaType == other.javaType);
    }

    /** Returns the name for messages. */
    public String describe() {
        return javaType.getSimpleName();
    }
}
