package dev.dormouse.lmdb.internal.record;

/** One library's way to compress whole arrays. Thread-safe. */
interface Compressor {

    /** Returns how many bytes so many can become at worst. */
    int longest(int length);

    /** Compresses all bytes to the start of an array that is long enough, and returns how many they became. */
    int compress(byte[] bytes, byte[] to);

    /**
     * Restores all bytes to the start of an array, and returns how many they became.
     *
     * @throws IllegalArgumentException if they were not compressed in this way, or do not fit
     */
    int restore(byte[] compressed, byte[] to);
}
