package dev.dormouse.internal.enhance.weave.library;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;

/** Copies of instances as another JVM gets them. */
final class Copies {

    private Copies() {}

    @SuppressWarnings("unchecked")
    static <T> T of(T instance) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(instance);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        try (ObjectInputStream in = new LocalInput(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** Finds the classes that this class sees. */
    private static final class LocalInput extends ObjectInputStream {
        LocalInput(InputStream in) throws IOException {
            super(in);
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws ClassNotFoundException {
            return Class.forName(description.getName(), false, Copies.class.getClassLoader());
        }
    }
}
