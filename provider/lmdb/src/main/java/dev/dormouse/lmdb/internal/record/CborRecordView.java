package dev.dormouse.lmdb.internal.record;

import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/** A record in CBOR, decoded when its first field is read. */
final class CborRecordView implements RecordView {

    private final CborCodec codec;
    private final UnsafeBuffer whole;
    private @Nullable Record decoded;

    CborRecordView(CborCodec codec, UnsafeBuffer whole) {
        this.codec = codec;
        this.whole = whole;
    }

    private Record decoded() {
        Record record = decoded;
        if (record == null) {
            record = codec.decode(whole);
            decoded = record;
        }
        return record;
    }

    @Override
    public boolean isNull(FieldPath path) {
        return decoded().isNull(path);
    }

    @Override
    public @Nullable Object get(FieldPath path) {
        return decoded().get(path);
    }

    @Override
    public Record copy() {
        return decoded().copy();
    }

    @Override
    public RecordView retain() {
        return decoded();
    }

    @Override
    public String toString() {
        return decoded().toString();
    }
}
