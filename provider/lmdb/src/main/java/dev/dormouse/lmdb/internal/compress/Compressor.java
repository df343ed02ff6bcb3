package dev.dormouse.lmdb.internal.compress;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One way to make bytes smaller. Its number is stored beside what it packed, so it is for ever. */
public enum Compressor {
    /** RFC 1950, as every zlib writes it. */
    ZLIB(1, Zlib::pack, Zlib::unpack),
    /** The raw format of Snappy, without frames. */
    SNAPPY(2, Air::packSnappy, Air::unpackSnappy),
    /** RFC 8878, one frame. */
    ZSTD(3, Air::packZstd, Air::unpackZstd);

    /** Packs some bytes of an array. */
    private interface Packing {
        byte[] pack(byte[] plain, int offset, int length);
    }

    /** Unpacks some bytes of an array into the whole of another one; answers how many bytes it wrote. */
    private interface Unpacking {
        int unpack(byte[] packed, int offset, int length, byte[] plain);
    }

    private final int number;
    private final Packing packing;
    private final Unpacking unpacking;

    Compressor(int number, Packing packing, Unpacking unpacking) {
        this.number = number;
        this.packing = packing;
        this.unpacking = unpacking;
    }

    /** Returns the number that is stored: 1 to 3. */
    public int number() {
        return number;
    }

    /** Returns the compressor of a stored number, null if there is none. */
    public static @Nullable Compressor numbered(int number) {
        for (Compressor compressor : values()) {
            if (compressor.number == number) {
                return compressor;
            }
        }
        return null;
    }

    /** Returns the compressor of a name of any case, null if there is none. */
    public static @Nullable Compressor named(String name) {
        for (Compressor compressor : values()) {
            if (compressor.name().equals(name.toUpperCase(Locale.ROOT))) {
                return compressor;
            }
        }
        return null;
    }

    /** Packs bytes. The result may be longer than they are: compare, and keep the shorter one. */
    public byte[] pack(byte[] plain, int offset, int length) {
        return packing.pack(plain, offset, length);
    }

    /**
     * Unpacks bytes.
     *
     * @param plainLength how many bytes were packed; never trust it beyond what can be allocated
     * @throws IllegalArgumentException if the packed bytes make no sense, or no bytes of that length
     */
    public byte[] unpack(byte[] packed, int offset, int length, int plainLength) {
        if (plainLength < 0) {
            throw new IllegalArgumentException("a length of " + plainLength);
        }
        byte[] plain = new byte[plainLength];
        int written = unpacking.unpack(packed, offset, length, plain);
        if (written != plainLength) {
            throw new IllegalArgumentException(written + " packed bytes in place of " + plainLength);
        }
        return plain;
    }
}
