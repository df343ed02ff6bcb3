package dev.dormouse.internal.enhance;

import jakarta.persistence.PersistenceException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

/** Called by generated code: makes an entity of its own class from a lazy reference, for serialization. */
public final class PlainCopy {

    private PlainCopy() {}

    /** Returns an instance of the entity class with the fields of a loaded reference. */
    public static Object of(Object reference) {
        Class<?> type = LazyReference.entityClass(reference);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            Object copy = constructor.newInstance();
            for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
                for (Field field : c.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers())) {
                        field.setAccessible(true);
                        field.set(copy, field.get(reference));
                    }
                }
            }
            return copy;
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new PersistenceException(EnhanceMessages.CLASS_CLOSED.text(type.getName()), e);
        }
    }
}
