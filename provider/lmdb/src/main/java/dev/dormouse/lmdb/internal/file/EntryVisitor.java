package dev.dormouse.lmdb.internal.file;

/** Sees the entries of a map in their order, each value of a key that has several for itself. */
@FunctionalInterface
public interface EntryVisitor {

    /** Sees nothing. */
    EntryVisitor NONE = (key, value) -> {};

    /** Sees an entry; both arrays are its own. */
    void entry(byte[] key, byte[] value);
}
