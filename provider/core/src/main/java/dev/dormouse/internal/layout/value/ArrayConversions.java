package dev.dormouse.internal.layout.value;

import dev.dormouse.store.type.BasicType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Of arrays, which are copied both ways: the application may change its own. */
final class ArrayConversions {

    private ArrayConversions() {}

    /** Of {@code byte[]}. */
    static final class Bytes extends CheckedConversion<byte[], byte[]> {
        Bytes() {
            super(byte[].class, BasicType.BYTES);
        }

        @Override
        byte[] store(byte[] value) {
            return value.clone();
        }

        @Override
        byte[] java(byte[] stored) {
            return stored.clone();
        }

        @Override
        public boolean isSame(@Nullable Object value, @Nullable Object stored) {
            return Arrays.equals((byte[]) value, (byte[]) stored);
        }
    }

    /** Of {@code Byte[]}. */
    static final class BoxedBytes extends CheckedConversion<Byte[], byte[]> {
        BoxedBytes() {
            super(Byte[].class, BasicType.BYTES);
        }

        @Override
        byte[] store(Byte[] value) {
            byte[] bytes = new byte[value.length];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = nonNull(value, value[i]);
            }
            return bytes;
        }

        @Override
        Byte[] java(byte[] stored) {
            Byte[] bytes = new Byte[stored.length];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = stored[i];
            }
            return bytes;
        }
    }

    /** Of {@code char[]}. */
    static final class Characters extends CheckedConversion<char[], String> {
        Characters() {
            super(char[].class, BasicType.STRING);
        }

        @Override
        String store(char[] value) {
            return String.valueOf(value);
        }

        @Override
        char[] java(String stored) {
            return stored.toCharArray();
        }
    }

    /** Of {@code Character[]}. */
    static final class BoxedCharacters extends CheckedConversion<Character[], String> {
        BoxedCharacters() {
            super(Character[].class, BasicType.STRING);
        }

        @Override
        String store(Character[] value) {
            StringBuilder text = new StringBuilder(value.length);
            for (Character character : value) {
                text.append((char) nonNull(value, character));
            }
            return text.toString();
        }

        @Override
        Character[] java(String stored) {
            Character[] characters = new Character[stored.length()];
            for (int i = 0; i < characters.length; i++) {
                characters[i] = stored.charAt(i);
            }
            return characters;
        }
    }

    private static <T> T nonNull(T[] array, @Nullable T element) {
        if (element == null) {
            throw new IllegalArgumentException(ValueMessages.NULL_IN_ARRAY.text(Arrays.toString(array)));
        }
        return element;
    }
}
