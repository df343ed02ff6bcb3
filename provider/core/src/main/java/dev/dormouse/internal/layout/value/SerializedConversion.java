package dev.dormouse.internal.layout.value;

import dev.dormouse.store.type.BasicType;
import jakarta.persistence.PersistenceException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Of serializable types that are no basic type, by Java serialization: the one place where the specification asks for it (section 2.6).
 * What is read is only what was stored here; the process-wide filter for deserialization ({@code jdk.serialFilter}) applies.
 */
final class SerializedConversion extends CheckedConversion<Object, byte[]> {

    private final ClassLoader loader;

    @SuppressWarnings("unchecked")
    SerializedConversion(Class<?> type, ClassLoader loader) {
        super((Class<Object>) type, BasicType.BYTES);
        this.loader = loader;
    }

    @Override
    byte[] store(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    ValueMessages.NOT_SERIALIZABLE.text(value.getClass().getName()), e);
        }
        return bytes.toByteArray();
    }

    @Override
    @SuppressWarnings("BanSerializableRead")
    Object java(byte[] stored) {
        try (ObjectInputStream in = new LoaderStream(new ByteArrayInputStream(stored))) {
            return checked(in.readObject());
        } catch (IOException | ClassNotFoundException e) {
            throw new PersistenceException(
                    ValueMessages.NOT_DESERIALIZABLE.text(javaType().getName()), e);
        }
    }

    /** Equal objects may have unequal bytes, so unequal bytes are no proof. */
    @Override
    public boolean isSame(@Nullable Object value, @Nullable Object stored) {
        if (value == null || stored == null) {
            return value == stored;
        }
        byte[] bytes = (byte[]) stored;
        return Arrays.equals(store(checked(value)), bytes) || value.equals(java(bytes));
    }

    private final class LoaderStream extends ObjectInputStream {
        LoaderStream(InputStream in) throws IOException {
            super(in);
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(description.getName(), false, loader);
            } catch (ClassNotFoundException e) {
                return super.resolveClass(description);
            }
        }
    }
}
