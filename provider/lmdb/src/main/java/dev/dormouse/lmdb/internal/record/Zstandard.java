package dev.dormouse.lmdb.internal.record;

import io.airlift.compress.MalformedInputException;
import io.airlift.compress.zstd.ZstdCompressor;
import io.airlift.compress.zstd.ZstdDecompressor;

/** One frame of Zstandard (RFC 8878). */
final class Zstandard implements Compressor {

    private final Idle<ZstdCompressor> compressors = new Idle<>(ZstdCompressor::new);
    private final Idle<ZstdDecompressor> decompressors = new Idle<>(ZstdDecompressor::new);

    @Override
    public int longest(int length) {
        return Math.addExact(length, (length >> 7) + 256);
    }

    @Override
    public int compress(byte[] bytes, byte[] to) {
        return compressors.use(compressor -> compressor.compress(bytes, 0, bytes.length, to, 0, to.length));
    }

    @Override
    public int restore(byte[] compressed, byte[] to) {
        try {
            return decompressors.use(
                    decompressor -> decompressor.decompress(compressed, 0, compressed.length, to, 0, to.length));
        } catch (MalformedInputException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
