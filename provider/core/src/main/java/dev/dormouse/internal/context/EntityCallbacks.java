package dev.dormouse.internal.context;

import dev.dormouse.internal.mapping.model.CallbackKind;
import dev.dormouse.internal.mapping.model.CallbackModel;
import dev.dormouse.internal.mapping.model.EntityModel;
import jakarta.persistence.PersistenceException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The life-cycle callbacks of one entity, ready to be called in the order of the specification (section 3.6.5). Thread-safe. */
public final class EntityCallbacks {

    private static final MethodType TAKES_ENTITY = MethodType.methodType(void.class, Object.class);

    private final Map<CallbackKind, List<MethodHandle>> handles = new EnumMap<>(CallbackKind.class);

    private EntityCallbacks() {}

    /**
     * Prepares the callbacks of an entity.
     *
     * @param entity the entity
     * @param classes loads a class by name
     * @param listeners gives the one instance of a listener class
     */
    public static EntityCallbacks of(
            EntityModel entity, Function<String, Class<?>> classes, Function<Class<?>, Object> listeners) {
        EntityCallbacks callbacks = new EntityCallbacks();
        for (CallbackModel callback : entity.callbacks()) {
            callbacks
                    .handles
                    .computeIfAbsent(callback.kind(), kind -> new ArrayList<>(1))
                    .add(handle(callback, classes, listeners));
        }
        return callbacks;
    }

    private static MethodHandle handle(
            CallbackModel callback, Function<String, Class<?>> classes, Function<Class<?>, Object> listeners) {
        Class<?> declaring = classes.apply(callback.className());
        String parameter = callback.parameterType();
        try {
            Method method = parameter == null
                    ? declaring.getDeclaredMethod(callback.methodName())
                    : declaring.getDeclaredMethod(callback.methodName(), classes.apply(parameter));
            method.setAccessible(true);
            MethodHandle handle = MethodHandles.lookup().unreflect(method);
            if (parameter != null) {
                handle = handle.bindTo(listeners.apply(declaring));
            }
            return handle.asType(TAKES_ENTITY);
        } catch (ReflectiveOperationException | RuntimeException failure) {
            throw new PersistenceException(
                    ContextMessages.CALLBACK_UNREACHABLE.text(callback.className() + "." + callback.methodName()),
                    failure);
        }
    }

    /** Returns whether an event has a callback. */
    public boolean has(CallbackKind kind) {
        return handles.containsKey(kind);
    }

    /** Calls the callbacks of an event; the first failure ends it and is passed on. */
    public void call(CallbackKind kind, Object entity) {
        List<MethodHandle> called = handles.get(kind);
        if (called == null) {
            return;
        }
        for (MethodHandle handle : called) {
            try {
                handle.invokeExact(entity);
            } catch (RuntimeException | Error failure) {
                throw failure;
            } catch (Throwable checked) {
                throw new PersistenceException(
                        ContextMessages.CALLBACK_FAILED.text(kind.annotation().getSimpleName()), checked);
            }
        }
    }
}
