package dev.dormouse.lmdb.internal.shape;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/** One component of a record, or one field of a bean. */
public final class Property {

    private static final MethodType GET = MethodType.methodType(Object.class, Object.class);
    private static final MethodType GET_LONG = MethodType.methodType(long.class, Object.class);
    private static final MethodType SET = MethodType.methodType(void.class, Object.class, Object.class);

    private final String name;
    private final Shape shape;
    private final Class<?> javaClass;
    private final @Nullable Object initial;
    private final MethodHandle getter;
    private final MethodHandle wholeGetter;
    private final @Nullable MethodHandle setter;

    Property(
            String name,
            Shape shape,
            Class<?> javaClass,
            MethodHandle getter,
            @Nullable MethodHandle setter,
            @Nullable Object blank) {
        this.name = name;
        this.shape = shape;
        this.javaClass = javaClass;
        this.getter = getter.asType(GET);
        this.wholeGetter = isWhole() ? getter.asType(GET_LONG) : MethodHandles.empty(GET_LONG);
        this.setter = setter == null ? null : setter.asType(SET);
        this.initial = blank == null ? zero(javaClass) : get(blank);
    }

    private static @Nullable Object zero(Class<?> type) {
        return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
    }

    /** Returns the name of the component or field. */
    public String name() {
        return name;
    }

    /** Returns the kind of its values. */
    public Shape shape() {
        return shape;
    }

    /** Returns the declared class of its values. */
    public Class<?> javaClass() {
        return javaClass;
    }

    /** Tells whether it is a primitive, so never null. */
    public boolean isPrimitive() {
        return javaClass.isPrimitive();
    }

    /** Tells whether it is a primitive whole number: {@link #getLong} reads it. */
    public boolean isWhole() {
        return javaClass == long.class
                || javaClass == int.class
                || javaClass == short.class
                || javaClass == byte.class
                || javaClass == char.class;
    }

    /** Returns what it has in an object that nobody has filled. */
    public @Nullable Object initial() {
        return initial;
    }

    /** Reads it. */
    public @Nullable Object get(Object from) {
        try {
            return (Object) getter.invokeExact(from);
        } catch (Throwable e) {
            throw Structure.thrown(e);
        }
    }

    /** Reads a primitive whole number without boxing it. */
    public long getLong(Object from) {
        try {
            return (long) wholeGetter.invokeExact(from);
        } catch (Throwable e) {
            throw Structure.thrown(e);
        }
    }

    void set(Object target, @Nullable Object value) {
        MethodHandle handle = setter;
        if (handle == null) {
            throw new AssertionError("a component of a record is not set: " + name);
        }
        try {
            handle.invokeExact(target, value);
        } catch (Throwable e) {
            throw Structure.thrown(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
