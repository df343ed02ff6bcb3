package dev.dormouse.lmdb.internal.compress;

import io.airlift.compress.Compressor;
import io.airlift.compress.Decompressor;
import io.airlift.compress.MalformedInputException;
import io.airlift.compress.snappy.SnappyCompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdCompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.util.Arrays;

/** Snappy and Zstandard of the library aircompressor. */
final class Air {

    /** Keeps its table from one call to the next, so each thread has its own. */
    private static final ThreadLocal<Compressor> SNAPPY = ThreadLocal.withInitial(SnappyCompressor::new);

    /** Has a buffer of 128 KiB, so that each thread has one. */
    private static final ThreadLocal<Decompressor> UNZSTD = ThreadLocal.withInitial(ZstdDecompressor::new);

    private Air() {}

    static byte[] packSnappy(byte[] plain, int offset, int length) {
        return pack(SNAPPY.get(), plain, offset, length);
    }

    static int unpackSnappy(byte[] packed, int offset, int length, byte[] plain) {
        return unpack(new SnappyDecompressor(), packed, offset, length, plain);
    }

    static byte[] packZstd(byte[] plain, int offset, int length) {
        return pack(new ZstdCompressor(), plain, offset, length);
    }

    static int unpackZstd(byte[] packed, int offset, int length, byte[] plain) {
        if (plain.length == 0 && length > 0 && declared(packed, offset, length) > 0) {
            throw new IllegalArgumentException("no packed bytes of length 0");
        }
        return unpack(UNZSTD.get(), packed, offset, length, plain);
    }

    /** The decompressor looks at nothing when there is nothing to fill. */
    private static long declared(byte[] packed, int offset, int length) {
        try {
            return ZstdDecompressor.getDecompressedSize(packed, offset, length);
        } catch (MalformedInputException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("no zstd bytes", e);
        }
    }

    private static byte[] pack(Compressor compressor, byte[] plain, int offset, int length) {
        byte[] packed = new byte[compressor.maxCompressedLength(length)];
        int size = compressor.compress(plain, offset, length, packed, 0, packed.length);
        return Arrays.copyOf(packed, size);
    }

    private static int unpack(Decompressor decompressor, byte[] packed, int offset, int length, byte[] plain) {
        try {
            return decompressor.decompress(packed, offset, length, plain, 0, plain.length);
        } catch (MalformedInputException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("no packed bytes of length " + plain.length, e);
        }
    }
}
