package dev.dormouse.lmdb.internal.record;

import dev.dormouse.store.record.EncodedText;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/** A record in CBOR: what conditions ask is answered where it lies, all else decodes the record once. */
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

    private boolean isInPlace(FieldPath path) {
        if (decoded != null) {
            return false;
        }
        List<String> names = path.names();
        for (int i = 0; i < names.size(); i++) {
            if (!CborPlaces.isFindable(names.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Returns the place of a field, {@link CborPlaces#NONE} if it is null. */
    private int place(FieldPath path) {
        List<String> names = path.names();
        int at = RecordHeader.LENGTH;
        for (int i = 0; i < names.size() && at != CborPlaces.NONE; i++) {
            at = CborPlaces.field(whole, at, names.get(i));
        }
        return at;
    }

    private int present(FieldPath path) {
        int at = place(path);
        if (at == CborPlaces.NONE) {
            throw new AssertionError("read as a primitive, but null: " + path);
        }
        return at;
    }

    @Override
    public boolean isNull(FieldPath path) {
        if (!isInPlace(path)) {
            return decoded().isNull(path);
        }
        try {
            return place(path) == CborPlaces.NONE;
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw codec.corrupt(whole, e);
        }
    }

    @Override
    public @Nullable Object get(FieldPath path) {
        return decoded().get(path);
    }

    @Override
    public boolean getBoolean(FieldPath path) {
        if (!isInPlace(path)) {
            return decoded().getBoolean(path);
        }
        try {
            return CborPlaces.truth(whole, present(path));
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw codec.corrupt(whole, e);
        }
    }

    @Override
    public int getInt(FieldPath path) {
        if (!isInPlace(path)) {
            return decoded().getInt(path);
        }
        try {
            return Math.toIntExact(CborPlaces.number(whole, present(path)));
        } catch (IndexOutOfBoundsException | IllegalArgumentException | ArithmeticException e) {
            throw codec.corrupt(whole, e);
        }
    }

    @Override
    public long getLong(FieldPath path) {
        if (!isInPlace(path)) {
            return decoded().getLong(path);
        }
        try {
            return CborPlaces.number(whole, present(path));
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw codec.corrupt(whole, e);
        }
    }

    @Override
    public int compareText(FieldPath path, EncodedText text) {
        if (isInPlace(path)) {
            try {
                int at = present(path);
                if (CborPlaces.isWholeText(whole, at)) {
                    return CborPlaces.compareText(whole, at, text.bytes());
                }
            } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
                throw codec.corrupt(whole, e);
            }
        }
        return decoded().compareText(path, text);
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
