package dev.dormouse.lmdb.internal.binding;

/**
 * How LMDB opens an environment.
 *
 * @param mapSize the address space reserved, in bytes
 * @param maps how many maps there can be
 * @param readers how many readers there can be
 * @param readOnly whether for reading only
 * @param flushes whether a commit waits for the disk
 * @param writeMap whether it writes straight into the memory map
 * @param noLock whether there is no table of readers
 */
public record NativeOptions(
        long mapSize, int maps, int readers, boolean readOnly, boolean flushes, boolean writeMap, boolean noLock) {

    /** Makes the options of an environment that writes beside its memory map and knows its readers. */
    public NativeOptions(long mapSize, int maps, int readers, boolean readOnly, boolean flushes) {
        this(mapSize, maps, readers, readOnly, flushes, false, false);
    }

    /** Returns these options with half of the address space. */
    public NativeOptions half() {
        return new NativeOptions(mapSize >> 1, maps, readers, readOnly, flushes, writeMap, noLock);
    }
}
