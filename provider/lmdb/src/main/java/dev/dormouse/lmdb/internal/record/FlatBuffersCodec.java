package dev.dormouse.lmdb.internal.record;

import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import org.agrona.concurrent.UnsafeBuffer;

/** Records as FlatBuffers: one field is read without the others. */
final class FlatBuffersCodec implements RecordCodec {

    private final TableRecords records;
    private final FlatLayout layout;

    FlatBuffersCodec(TableRecords records) {
        this.records = records;
        this.layout = new FlatLayout(records.type());
    }

    @Override
    public int format() {
        return RecordHeader.FLATBUFFERS;
    }

    @Override
    public void write(RecordBuffer out, Record record) {
        FlatWriter.root(out, layout, record);
    }

    @Override
    public RecordView view(UnsafeBuffer whole) {
        return FlatRecordView.of(records, whole);
    }
}
