package dev.dormouse.benchmarks.maps;

import java.util.SplittableRandom;
import java.util.stream.LongStream;

/** What is in the maps, the same in every run. */
final class MapRows {

    /** How many rows a group has. */
    static final int GROUP = 10;

    /** The value of every row of the map of bytes. */
    static final byte[] BYTES = random(new SplittableRandom(1), 100);

    private static final String FILLING =
            "The dormouse sleeps through the winter in a nest under the ground, and in summer it climbs.";

    private MapRows() {}

    /** The text of a row, a hundred characters, of which the first eight are its group. */
    static String text(long id, long state) {
        return groupOf(id + state * GROUP) + ' ' + FILLING;
    }

    static String groupOf(long id) {
        String digits = Long.toString(id / GROUP);
        return "00000000".substring(digits.length()) + digits;
    }

    /** The group that a text says. */
    static String group(String text) {
        return text.substring(0, 8);
    }

    static String[] texts(long first, int count, int state) {
        return LongStream.range(first, first + count)
                .mapToObj(id -> text(id, state))
                .toArray(String[]::new);
    }

    /** What a text that was read adds to a checksum. */
    static long checksum(String text) {
        return (long) text.length() + text.charAt(7);
    }

    /** What bytes that were read add to a checksum. */
    static long checksum(byte[] bytes) {
        return (long) bytes.length + bytes[bytes.length - 1];
    }

    /** Keys of sixteen bytes by chance. */
    static byte[][] keys(int count) {
        SplittableRandom random = new SplittableRandom(20261121);
        byte[][] keys = new byte[count][];
        for (int i = 0; i < count; i++) {
            keys[i] = random(random, 16);
        }
        return keys;
    }

    private static byte[] random(SplittableRandom random, int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) random.nextInt();
        }
        return bytes;
    }
}
