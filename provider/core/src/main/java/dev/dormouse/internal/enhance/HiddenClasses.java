package dev.dormouse.internal.enhance;

import jakarta.persistence.PersistenceException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Defines generated classes as hidden nest mates of the application's classes. */
final class HiddenClasses {

    private HiddenClasses() {}

    static ClassAccessor accessor(Class<?> host, byte[] code, AccessorParts parts) {
        try {
            MethodHandles.Lookup defined = define(host, code);
            MethodHandle constructor = defined.findConstructor(
                    defined.lookupClass(), MethodType.methodType(void.class, AccessorParts.class));
            return (ClassAccessor) constructor.invoke(parts);
        } catch (Throwable e) {
            throw closed(host, e);
        }
    }

    /** Defines a reader of the host's fields; what its code takes as constants is given to the class. */
    static RecordHydrator hydrator(Class<?> host, byte[] code, List<Object> constants) {
        try {
            MethodHandles.Lookup defined = HostLookups.in(host)
                    .defineHiddenClassWithClassData(code, constants, true, MethodHandles.Lookup.ClassOption.NESTMATE);
            return (RecordHydrator) defined.findConstructor(defined.lookupClass(), MethodType.methodType(void.class))
                    .invoke();
        } catch (Throwable e) {
            throw closed(host, e);
        }
    }

    /** Defines a subclass of the host and returns its constructor without parameters, as one of {@link LazyReference}. */
    static MethodHandle reference(Class<?> host, byte[] code) {
        try {
            MethodHandles.Lookup defined = define(host, code);
            return defined.findConstructor(defined.lookupClass(), MethodType.methodType(void.class))
                    .asType(MethodType.methodType(LazyReference.class));
        } catch (ReflectiveOperationException | LinkageError e) {
            throw closed(host, e);
        }
    }

    static Field open(Class<?> host, @Nullable Field field) {
        if (field == null) {
            throw new AssertionError("no field to open in " + host.getName());
        }
        try {
            field.setAccessible(true);
            return field;
        } catch (InaccessibleObjectException e) {
            throw closed(host, e);
        }
    }

    private static MethodHandles.Lookup define(Class<?> host, byte[] code) throws IllegalAccessException {
        return HostLookups.in(host).defineHiddenClass(code, true, MethodHandles.Lookup.ClassOption.NESTMATE);
    }

    private static PersistenceException closed(Class<?> host, Throwable cause) {
        if (cause instanceof VerifyError || cause instanceof ClassFormatError) {
            throw new AssertionError("generated code is wrong for " + host.getName(), cause);
        }
        return new PersistenceException(
                EnhanceMessages.CLASS_CLOSED.text(host.getName()),
                cause instanceof Exception e ? e : new IllegalStateException(cause));
    }
}
