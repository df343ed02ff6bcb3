package dev.dormouse.store.writeset.spill;

import dev.dormouse.store.record.Record;
import dev.dormouse.store.type.RecordType;

/** The private place of one transaction. */
public interface SpillArea extends AutoCloseable {

    /** Makes a map in which a key has one value. */
    SpillMap values();

    /** Makes a map of index entries: the value of one is what stands behind its index key. */
    SpillMap entries();

    /** Returns a record as bytes. */
    byte[] encode(RecordType type, Record record);

    /** Returns the record that bytes are, of the type with which it was encoded or a wider one. */
    Record decode(RecordType type, byte[] bytes);

    /** Removes everything, views that are still open included. */
    @Override
    void close();
}
