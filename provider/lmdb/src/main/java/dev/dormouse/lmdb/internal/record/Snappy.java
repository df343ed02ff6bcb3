package dev.dormouse.lmdb.internal.record;

import io.airlift.compress.MalformedInputException;
import io.airlift.compress.snappy.SnappyCompressor;
import io.airlift.compress.snappy.SnappyDecompressor;

/** Snappy's raw format. */
final class Snappy implements Compressor {

    private final Idle<SnappyCompressor> compressors = new Idle<>(SnappyCompressor::new);
    private final Idle<SnappyDecompressor> decompressors = new Idle<>(SnappyDecompressor::new);

    @Override
    public int longest(int length) {
        return Math.addExact(length, length / 6 + 32);
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
