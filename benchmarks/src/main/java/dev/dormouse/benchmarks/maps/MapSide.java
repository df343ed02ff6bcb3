package dev.dormouse.benchmarks.maps;

/**
 * One side of the comparison: maps with their programming interface. Whatever reads returns a checksum, so that the work cannot be left out and both sides can be proved to
 * do the same. Each call is one transaction where nothing else is said.
 */
public interface MapSide extends AutoCloseable {

    /** Writes texts under the numbers from {@code first} on, in place of what is there. */
    void put(long first, String[] texts);

    /** As {@link #put}, into the map that has an index on {@link MapRows#group}. */
    void putIndexed(long first, String[] texts);

    /** Reads the texts of these numbers. */
    long get(long[] ids);

    /** Reads the texts of these numbers, each in a transaction of its own. */
    long getEach(long[] ids);

    /** Reads the texts from one number, inclusive, to another one, exclusive. */
    long range(long from, long to);

    /** Reads the texts of a group by the index. */
    long byGroup(String group);

    /** Writes {@link MapRows#BYTES} under {@code count} of the keys. */
    void putBytes(byte[][] keys, int from, int count);

    /** Reads the values of {@code count} of the keys. */
    long getBytes(byte[][] keys, int from, int count);

    /** Reads all rows of the map of bytes in the order of their keys. */
    long walkBytes();

    /** Writes cookies under the numbers from {@code first} on. */
    void putCookies(long first, Cookie[] cookies);

    /** Reads one property of the cookies of these numbers. */
    long oneFieldOfCookies(long[] ids);

    @Override
    void close();
}
