package dev.dormouse.internal.layout.value;

import dev.dormouse.internal.mapping.model.TypeName;
import jakarta.persistence.PersistenceException;
import java.util.Map;

/**
 * Loads the classes that the mapping names.
 *
 * @param loader the loader of the application's classes
 */
public record ClassesByName(ClassLoader loader) {

    private static final Map<String, Class<?>> PRIMITIVES = Map.of(
            "boolean", boolean.class,
            "byte", byte.class,
            "short", short.class,
            "char", char.class,
            "int", int.class,
            "long", long.class,
            "float", float.class,
            "double", double.class);

    /** Returns the class of a type, a primitive one as it is. */
    public Class<?> of(TypeName type) {
        return of(type.name());
    }

    /** Returns the class with a name as {@link Class#getName()} gives it. */
    public Class<?> of(String name) {
        Class<?> primitive = PRIMITIVES.get(name);
        if (primitive != null) {
            return primitive;
        }
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new PersistenceException(ValueMessages.CLASS_MISSING.text(name), e);
        } catch (LinkageError | SecurityException e) {
            throw new PersistenceException(
                    ValueMessages.CLASS_DOES_NOT_LOAD.text(name, e),
                    e instanceof Exception failure ? failure : new IllegalStateException(e));
        }
    }
}
