package dev.dormouse.lmdb.internal.record;

/** Leaves bytes as they are. */
final class Uncompressed implements Compressor {

    @Override
    public int longest(int length) {
        return length;
    }

    @Override
    public int compress(byte[] bytes, byte[] to) {
        System.arraycopy(bytes, 0, to, 0, bytes.length);
        return bytes.length;
    }

    @Override
    public int restore(byte[] compressed, byte[] to) {
        if (compressed.length > to.length) {
            throw new IllegalArgumentException("more bytes than were written");
        }
        return compress(compressed, to);
    }
}
