package dev.dormouse.lmdb.internal.record;

import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** The format of zlib (RFC 1950), by the JDK. */
final class Zlib implements Compressor {

    private final Idle<Deflater> deflaters = new Idle<>(Deflater::new);
    private final Idle<Inflater> inflaters = new Idle<>(Inflater::new);

    @Override
    public int longest(int length) {
        return Math.addExact(length, (length >> 10) + 64);
    }

    @Override
    public int compress(byte[] bytes, byte[] to) {
        return deflaters.use(deflater -> {
            deflater.reset();
            deflater.setInput(bytes);
            deflater.finish();
            int length = deflater.deflate(to);
            if (!deflater.finished()) {
                throw new AssertionError(bytes.length + " bytes became more than " + to.length);
            }
            return length;
        });
    }

    @Override
    public int restore(byte[] compressed, byte[] to) {
        return inflaters.use(inflater -> {
            inflater.reset();
            inflater.setInput(compressed);
            try {
                return inflater.inflate(to);
            } catch (DataFormatException e) {
                throw new IllegalArgumentException(e);
            }
        });
    }
}
