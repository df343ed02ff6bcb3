package dev.dormouse.internal.bootstrap;

import jakarta.persistence.PersistenceException;
import java.lang.reflect.Constructor;
import java.util.HashMap;
import java.util.Map;

/** Loads the classes of one unit by name, and makes the one instance of each listener and converter class. */
final class Instances {

    private final String unit;
    private final ClassLoader loader;
    private final Map<Class<?>, Object> made = new HashMap<>();

    Instances(String unit, ClassLoader loader) {
        this.unit = unit;
        this.loader = loader;
    }

    Class<?> classOf(String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError failure) {
            throw new PersistenceException(BootstrapMessages.NO_CLASS.text(unit, name), failure);
        }
    }

    /** Returns the instance of a class, made by its constructor without parameters at the first call. */
    synchronized Object instance(Class<?> type) {
        Object known = made.get(type);
        if (known == null) {
            try {
                Constructor<?> constructor = type.getDeclaredConstructor();
                constructor.setAccessible(true);
                known = constructor.newInstance();
            } catch (ReflectiveOperationException | RuntimeException failure) {
                throw new PersistenceException(BootstrapMessages.WRONG_LISTENER.text(type.getName(), failure), failure);
            }
            made.put(type, known);
        }
        return known;
    }
}
