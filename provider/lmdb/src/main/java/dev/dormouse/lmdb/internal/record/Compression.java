package dev.dormouse.lmdb.internal.record;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ways to make the bytes of a record or value shorter. Thread-safe. */
public enum Compression {
    NONE(new Uncompressed()),
    ZLIB(new Zlib()),
    SNAPPY(new Snappy()),
    ZSTD(new Zstandard());

    private static final Compression[] BY_NUMBER = values();

    private final Compressor compressor;

    Compression(Compressor compressor) {
        this.compressor = compressor;
    }

    /** Finds one by its name in settings. */
    public static Optional<Compression> named(String name) {
        return Arrays.stream(BY_NUMBER)
                .filter(each -> each.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /** Finds one by the number that says in stored bytes how they were compressed. */
    public static Optional<Compression> numbered(int number) {
        return number >= 0 && number < BY_NUMBER.length ? Optional.of(BY_NUMBER[number]) : Optional.empty();
    }

    /** Returns its number in stored bytes, which it keeps for ever. */
    @SuppressWarnings("EnumOrdinal") // new ones are added at the end
    public int number() {
        return ordinal();
    }

    /** Returns the bytes compressed, or null if that would not make them shorter by more than {@code least} bytes. */
    public byte @Nullable [] compress(byte[] bytes, int least) {
        if (this == NONE) {
            return null;
        }
        byte[] room = new byte[compressor.longest(bytes.length)];
        int length = compressor.compress(bytes, room);
        return length + least < bytes.length ? Arrays.copyOf(room, length) : null;
    }

    /**
     * Restores bytes. Whoever calls has proved by a checksum that they are what was written: the libraries are not asked to find damage.
     *
     * @param length how many they were
     * @throws IllegalArgumentException if they are something else all the same
     */
    public byte[] restore(byte[] compressed, int length) {
        if (length < 0) {
            throw new IllegalArgumentException("a length of " + length);
        }
        byte[] bytes = new byte[length];
        int restored = compressor.restore(compressed, bytes);
        if (restored != length) {
            throw new IllegalArgumentException(restored + " bytes where " + length + " were written");
        }
        return bytes;
    }
}
