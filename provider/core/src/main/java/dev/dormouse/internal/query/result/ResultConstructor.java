package dev.dormouse.internal.query.result;

import dev.dormouse.failure.QueryMessages;
import jakarta.persistence.PersistenceException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The constructor that takes the items of a row, of a class or a record. Immutable. */
final class ResultConstructor {

    private static final List<Class<?>> WIDENING =
            List.of(Byte.class, Short.class, Integer.class, Long.class, Float.class, Double.class);

    private static final Map<Class<?>, Class<?>> WRAPPERS = Map.of(
            boolean.class, Boolean.class,
            byte.class, Byte.class,
            short.class, Short.class,
            char.class, Character.class,
            int.class, Integer.class,
            long.class, Long.class,
            float.class, Float.class,
            double.class, Double.class);

    private final Constructor<?> constructor;
    private final MethodHandle handle;

    private ResultConstructor(Constructor<?> constructor) {
        this.constructor = constructor;
        try {
            this.handle = MethodHandles.lookup()
                    .unreflectConstructor(constructor)
                    .asFixedArity()
                    .asSpreader(Object[].class, constructor.getParameterCount())
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (IllegalAccessException refused) {
            throw QueryMessages.wrong(QueryMessages.UNKNOWN_CONSTRUCTOR, constructor);
        }
    }

    /** Returns the wrapper of a primitive class, and any other class as it is. */
    static Class<?> boxed(Class<?> type) {
        return WRAPPERS.getOrDefault(type, type);
    }

    /**
     * Finds the constructor for arguments of these types, an exact one before one that widens.
     *
     * @throws IllegalArgumentException if there is none
     */
    static ResultConstructor find(Class<?> type, List<Class<?>> arguments) {
        ResultConstructor found = findOrNull(type, arguments);
        if (found == null) {
            List<String> names = arguments.stream().map(Class::getName).toList();
            throw QueryMessages.wrong(
                    QueryMessages.UNKNOWN_CONSTRUCTOR, type.getName() + "(" + String.join(", ", names) + ")");
        }
        return found;
    }

    static @Nullable ResultConstructor findOrNull(Class<?> type, List<Class<?>> arguments) {
        if (Modifier.isAbstract(type.getModifiers())) {
            return null;
        }
        List<Constructor<?>> taking = new ArrayList<>();
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (takes(constructor, arguments, false) && constructor.trySetAccessible()) {
                return new ResultConstructor(constructor);
            }
            if (takes(constructor, arguments, true)) {
                taking.add(constructor);
            }
        }
        return taking.stream()
                .filter(Constructor::trySetAccessible)
                .findFirst()
                .map(ResultConstructor::new)
                .orElse(null);
    }

    private static boolean takes(Constructor<?> constructor, List<Class<?>> arguments, boolean widening) {
        Class<?>[] parameters = constructor.getParameterTypes();
        if (parameters.length != arguments.size()) {
            return false;
        }
        for (int i = 0; i < parameters.length; i++) {
            Class<?> parameter = boxed(parameters[i]);
            Class<?> argument = arguments.get(i);
            boolean fits = parameter.isAssignableFrom(argument)
                    || (widening && parameters[i].isPrimitive() && widens(argument, parameter));
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean widens(Class<?> from, Class<?> to) {
        int narrow = WIDENING.indexOf(from);
        return narrow >= 0 && narrow < WIDENING.indexOf(to);
    }

    /** Makes an object. */
    Object make(@Nullable Object[] arguments) {
        Class<?>[] parameters = constructor.getParameterTypes();
        for (int i = 0; i < parameters.length; i++) {
            if (arguments[i] == null && parameters[i].isPrimitive()) {
                throw new PersistenceException(QueryMessages.NULL_ARGUMENT.text(constructor));
            }
        }
        try {
            return handle.invokeExact(arguments);
        } catch (RuntimeException | Error thrown) {
            throw thrown;
        } catch (Throwable thrown) {
            throw new PersistenceException(QueryMessages.CONSTRUCTOR_FAILED.text(constructor, thrown), thrown);
        }
    }
}
