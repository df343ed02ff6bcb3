package dev.dormouse.lmdb.internal.shape;

import java.lang.invoke.MethodHandle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record, made by its canonical constructor, or a bean, made by the one without parameters and filled. */
public final class Structure implements Shape {

    /** Stands for a property that was not read. */
    public static final Object ABSENT = new Object();

    private final Class<?> javaClass;
    private final boolean isRecord;
    private final MethodHandle maker;
    private List<Property> properties = List.of();

    /**
     * Makes it without its properties, which may refer to it.
     *
     * @param maker for a record of type (Object[])Object, for a bean of type ()Object
     */
    Structure(Class<?> javaClass, MethodHandle maker) {
        this.javaClass = javaClass;
        this.isRecord = javaClass.isRecord();
        this.maker = maker;
    }

    void complete(List<Property> all) {
        properties = List.copyOf(all);
    }

    /** Returns the class. */
    public Class<?> javaClass() {
        return javaClass;
    }

    /** Returns the properties in order of declaration, those of superclasses first. */
    public List<Property> properties() {
        return properties;
    }

    /** Returns an array for {@link #make}, in which every property is absent. */
    public @Nullable Object[] blank() {
        @Nullable Object[] values = new Object[properties.size()];
        java.util.Arrays.fill(values, ABSENT);
        return values;
    }

    /** Makes an object; an absent property keeps its initial value. */
    public Object make(@Nullable Object[] values) {
        if (isRecord) {
            for (int i = 0; i < values.length; i++) {
                if (values[i] == ABSENT) {
                    values[i] = properties.get(i).initial();
                }
            }
            try {
                return (Object) maker.invokeExact(values);
            } catch (Throwable e) {
                throw thrown(e);
            }
        }
        Object made = fresh();
        for (int i = 0; i < values.length; i++) {
            if (values[i] != ABSENT) {
                properties.get(i).set(made, values[i]);
            }
        }
        return made;
    }

    /** Makes a bean that nobody has filled. */
    Object fresh() {
        try {
            return (Object) maker.invokeExact();
        } catch (Throwable e) {
            throw thrown(e);
        }
    }

    /** Hands on what the user's own constructor or accessor throws. */
    static RuntimeException thrown(Throwable failure) {
        if (failure instanceof RuntimeException runtime) {
            return runtime;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return new IllegalArgumentException(failure);
    }

    @Override
    public String toString() {
        return javaClass.getName();
    }
}
