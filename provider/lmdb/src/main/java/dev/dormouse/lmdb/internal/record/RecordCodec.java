package dev.dormouse.lmdb.internal.record;

import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import org.agrona.concurrent.UnsafeBuffer;

/** One way to write the records of a table. Immutable and thread-safe. */
interface RecordCodec {

    /** Returns the format's number in the header. */
    int format();

    /** Appends a record after its header. */
    void write(RecordBuffer out, Record record);

    /** Returns a view of a record, header included, that stays where it is for as long as the view lives. */
    RecordView view(UnsafeBuffer whole);
}
