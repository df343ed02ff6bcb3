package dev.dormouse.internal.layout.value;

import dev.dormouse.store.type.BasicType;
import java.time.Year;

/** Of small values that are kept as 32-bit numbers or text. */
final class SmallConversions {

    private SmallConversions() {}

    /** Of {@code byte}. */
    static final class Bytes extends CheckedConversion<Byte, Integer> {
        Bytes() {
            super(Byte.class, BasicType.INTEGER);
        }

        @Override
        Integer store(Byte value) {
            return value.intValue();
        }

        @Override
        Byte java(Integer stored) {
            return stored.byteValue();
        }

        @Override
        public boolean isWidening() {
            return true;
        }
    }

    /** Of {@code short}. */
    static final class Shorts extends CheckedConversion<Short, Integer> {
        Shorts() {
            super(Short.class, BasicType.INTEGER);
        }

        @Override
        Integer store(Short value) {
            return value.intValue();
        }

        @Override
        Short java(Integer stored) {
            return stored.shortValue();
        }

        @Override
        public boolean isWidening() {
            return true;
        }
    }

    /** Of {@code char}: text of length one, so that it compares with text. An empty text, which others may have stored, reads as the character zero. */
    static final class Characters extends CheckedConversion<Character, String> {
        Characters() {
            super(Character.class, BasicType.STRING);
        }

        @Override
        String store(Character value) {
            return value.toString();
        }

        @Override
        Character java(String stored) {
            return stored.isEmpty() ? '\0' : stored.charAt(0);
        }
    }

    /** Of {@code Year}. */
    static final class Years extends CheckedConversion<Year, Integer> {
        Years() {
            super(Year.class, BasicType.INTEGER);
        }

        @Override
        Integer store(Year value) {
            return value.getValue();
        }

        @Override
        Year java(Integer stored) {
            return Year.of(stored);
        }
    }
}
