package dev.dormouse.internal.layout.value;

import dev.dormouse.store.type.BasicType;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.regex.Pattern;

/** Of ObjectIds, which are kept as the text of their 24 hexadecimal digits: its order is theirs. */
final class ObjectIdConversions {

    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{24}");

    private ObjectIdConversions() {}

    static ValueConversion of(Class<?> type) {
        return type == String.class ? new Texts() : new Objects(type);
    }

    private static final class Texts extends CheckedConversion<String, String> {
        Texts() {
            super(String.class, BasicType.STRING);
        }

        @Override
        String store(String value) {
            if (!DIGITS.matcher(value).matches()) {
                throw new IllegalArgumentException(ValueMessages.NO_OBJECT_ID.text(value));
            }
            return value;
        }

        @Override
        String java(String stored) {
            return stored;
        }
    }

    /** Of the driver's class, whose text is its digits and which is made of them; this module is compiled without it. */
    private static final class Objects extends CheckedConversion<Object, String> {

        private final MethodHandle maker;

        @SuppressWarnings("unchecked")
        Objects(Class<?> type) {
            super((Class<Object>) type, BasicType.STRING);
            try {
                maker = MethodHandles.publicLookup()
                        .findConstructor(type, MethodType.methodType(void.class, String.class))
                        .asType(MethodType.methodType(Object.class, String.class));
            } catch (ReflectiveOperationException e) {
                throw new LinkageError("no ObjectId as the driver has it: " + type, e);
            }
        }

        @Override
        String store(Object value) {
            return value.toString();
        }

        @Override
        Object java(String stored) {
            try {
                return maker.invokeExact(stored);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new AssertionError("a constructor throws a checked exception", e);
            }
        }
    }
}
