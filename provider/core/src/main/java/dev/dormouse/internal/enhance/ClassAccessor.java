package dev.dormouse.internal.enhance;

import java.lang.reflect.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the persistent attributes of one class and makes its instances. The subclasses are generated, one for each class, as
 * nest mates of it: they touch fields, methods and constructors directly, private ones too. Attributes go by their position in the
 * {@link dev.dormouse.internal.mapping.model.Attributes} that the accessor was made for. Thread-safe; instances are not checked to be of
 * the class (a wrong one is a {@link ClassCastException}).
 *
 * <p>The primitive variants are for attributes of exactly that primitive type, except that {@code byte}, {@code short} and {@code char}
 * go by the {@code int} variants; another use is an {@link AssertionError}. Null for a primitive attribute stands as zero.
 */
public abstract class ClassAccessor {

    /** What generated code asks for members that it cannot touch itself: those of superclasses elsewhere. */
    protected final ClassAccessor[] inherited;

    private final Class<?> type;
    private final List<AccessedMember> members;
    private final @Nullable Field[] finals;

    /** Called by generated classes. */
    protected ClassAccessor(AccessorParts parts) {
        this.type = parts.type();
        this.members = parts.members();
        this.inherited = parts.inherited();
        this.finals = parts.finals();
    }

    /** Returns the class whose attributes these are. */
    public final Class<?> type() {
        return type;
    }

    final AccessedMember member(int attribute) {
        return members.get(attribute);
    }

    /** Tells whether an attribute is accessed in its field, so that no code of the application runs. */
    public final boolean isField(int attribute) {
        return member(attribute).field() != null;
    }

    /** Makes an instance by the constructor without parameters. */
    public Object newInstance() {
        throw new AssertionError("has no constructor without parameters, or is abstract: " + type.getName());
    }

    /** Makes an instance of a record from the values of all attributes, in their order. */
    public Object construct(@Nullable Object[] values) {
        throw new AssertionError("is no record: " + type.getName());
    }

    /** Returns the value of an attribute, a primitive one boxed. */
    public @Nullable Object get(Object instance, int attribute) {
        throw misuse(attribute);
    }

    /** Sets an attribute. */
    public void set(Object instance, int attribute, @Nullable Object value) {
        throw misuse(attribute);
    }

    /** Returns a {@code boolean}. */
    public boolean getBoolean(Object instance, int attribute) {
        throw misuse(attribute);
    }

    /** Sets a {@code boolean}. */
    public void setBoolean(Object instance, int attribute, boolean value) {
        throw misuse(attribute);
    }

    /** Returns an {@code int}, {@code short}, {@code byte} or {@code char}. */
    public int getInt(Object instance, int attribute) {
        throw misuse(attribute);
    }

    /** Sets an {@code int}, {@code short}, {@code byte} or {@code char}. */
    public void setInt(Object instance, int attribute, int value) {
        throw misuse(attribute);
    }

    /** Returns a {@code long}. */
    public long getLong(Object instance, int attribute) {
        throw misuse(attribute);
    }

    /** Sets a {@code long}. */
    public void setLong(Object instance, int attribute, long value) {
        throw misuse(attribute);
    }

    /** Returns a {@code float}. */
    public float getFloat(Object instance, int attribute) {
        throw misuse(attribute);
    }

    /** Sets a {@code float}. */
    public void setFloat(Object instance, int attribute, float value) {
        throw misuse(attribute);
    }

    /** Returns a {@code double}. */
    public double getDouble(Object instance, int attribute) {
        throw misuse(attribute);
    }

    /** Sets a {@code double}. */
    public void setDouble(Object instance, int attribute, double value) {
        throw misuse(attribute);
    }

    /** Sets a final field, which bytecode outside of its constructor cannot. */
    protected final void setFinal(Object instance, int attribute, @Nullable Object value) {
        Field field = finals[attribute];
        if (field == null) {
            throw misuse(attribute);
        }
        try {
            if (value == null && field.getType().isPrimitive()) {
                return;
            }
            field.set(instance, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(EnhanceMessages.CLASS_CLOSED.text(field), e);
        }
    }

    /** Unboxes for generated code. */
    protected static boolean booleanValue(@Nullable Object value) {
        return value != null && (Boolean) value;
    }

    /** Unboxes a number or a character for generated code. */
    protected static int intValue(@Nullable Object value) {
        if (value instanceof Character character) {
            return character;
        }
        return value == null ? 0 : ((Number) value).intValue();
    }

    /** Unboxes for generated code. */
    protected static long longValue(@Nullable Object value) {
        return value == null ? 0 : (Long) value;
    }

    /** Unboxes for generated code. */
    protected static float floatValue(@Nullable Object value) {
        return value == null ? 0 : (Float) value;
    }

    /** Unboxes for generated code. */
    protected static double doubleValue(@Nullable Object value) {
        return value == null ? 0 : (Double) value;
    }

    private AssertionError misuse(int attribute) {
        return new AssertionError("attribute " + attribute + " of " + type.getName() + " is not accessed like this");
    }
}
