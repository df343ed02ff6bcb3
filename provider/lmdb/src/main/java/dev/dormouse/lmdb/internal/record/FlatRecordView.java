package dev.dormouse.lmdb.internal.record;

import dev.dormouse.lmdb.internal.memory.RecordMemory;
import dev.dormouse.store.record.EncodedText;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TextTable;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.RecordType;
import dev.dormouse.store.type.StoreType;
import java.time.DateTimeException;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/** A record in FlatBuffers, read where it lies. */
final class FlatRecordView implements RecordView {

    private final UnsafeBuffer buffer;
    private TableRecords records;
    private TypeTexts texts;
    private int table;
    private int vtable;
    private int vtableLength;

    /** Where this view can go back to, to be one of another record; null if it is somebody's for good. */
    private @Nullable RecordMemory memory;

    private FlatRecordView(TableRecords records, TypeTexts texts, UnsafeBuffer buffer, int table) {
        this.records = records;
        this.texts = texts;
        this.buffer = buffer;
        this.table = table;
        this.vtable = table - FlatReader.intAt(buffer, table);
        this.vtableLength = FlatReader.unsignedShortAt(buffer, vtable);
    }

    private FlatRecordView(FlatRecordView original, byte[] bytes) {
        this.records = original.records;
        this.texts = original.texts;
        this.buffer = new UnsafeBuffer(bytes);
        this.table = original.table;
        this.vtable = original.vtable;
        this.vtableLength = original.vtableLength;
    }

    /** Makes a view of a whole record, header included, that stays where it is. */
    static FlatRecordView of(TableRecords records, UnsafeBuffer whole) {
        try {
            int table = FlatReader.follow(whole, RecordHeader.LENGTH);
            return new FlatRecordView(records, records.texts(), whole, table);
        } catch (IndexOutOfBoundsException e) {
            throw records.corrupt(whole, e);
        }
    }

    /** Makes a view of a copy of a whole record. */
    static FlatRecordView copy(TableRecords records, DirectBuffer record, RecordMemory memory) {
        FlatRecordView free = (FlatRecordView) memory.take();
        UnsafeBuffer whole = free == null ? new UnsafeBuffer() : free.buffer;
        byte[] bytes = whole.byteArray();
        int length = record.capacity();
        if (bytes == null || bytes.length < length) {
            bytes = new byte[length];
        }
        record.getBytes(0, bytes, 0, length);
        whole.wrap(bytes, 0, length);
        FlatRecordView view = free == null ? of(records, whole) : free.become(records);
        view.memory = memory;
        return view;
    }

    private FlatRecordView become(TableRecords ofAnother) {
        records = ofAnother;
        texts = ofAnother.texts();
        try {
            table = FlatReader.follow(buffer, RecordHeader.LENGTH);
            vtable = table - FlatReader.intAt(buffer, table);
            vtableLength = FlatReader.unsignedShortAt(buffer, vtable);
        } catch (IndexOutOfBoundsException e) {
            throw records.corrupt(buffer, e);
        }
        return this;
    }

    private int locate(FieldPath path) {
        int slot = FlatReader.slot(path.ordinal(0));
        int offset = slot >= vtableLength ? 0 : FlatReader.unsignedShortAt(buffer, vtable + slot);
        int at = offset == 0 ? 0 : table + offset;
        for (int step = 1; step < path.depth() && at != 0; step++) {
            at = FlatReader.field(buffer, FlatReader.follow(buffer, at), path.ordinal(step));
        }
        return at;
    }

    private int present(FieldPath path) {
        int at = locate(path);
        if (at == 0) {
            throw new AssertionError("read as a primitive, but null: " + path);
        }
        return at;
    }

    @Override
    public boolean isNull(FieldPath path) {
        try {
            return locate(path) == 0;
        } catch (IndexOutOfBoundsException e) {
            throw records.corrupt(buffer, e);
        }
    }

    @Override
    public @Nullable Object get(FieldPath path) {
        try {
            int at = locate(path);
            if (at == 0) {
                return null;
            }
            if (path.type() instanceof ArrayType array) {
                StoreType element = array.element();
                return FlatReader.list(
                        buffer, FlatReader.follow(buffer, at), element, place -> value(path, place, element));
            }
            return value(path, at, path.type());
        } catch (IndexOutOfBoundsException | DateTimeException | IllegalArgumentException | ArithmeticException e) {
            throw records.corrupt(buffer, e);
        }
    }

    /** Returns a value of a field, or an element of its array. */
    private Object value(FieldPath path, int at, StoreType single) {
        if (single == BasicType.STRING) {
            return FlatReader.text(buffer, at, texts.of(path));
        }
        if (single instanceof BasicType basic) {
            return FlatReader.basic(buffer, at, basic);
        }
        TypeTexts nested = texts.nested(path, (RecordType) single);
        return new FlatRecordView(records, nested, buffer, FlatReader.follow(buffer, at));
    }

    @Override
    public boolean getBoolean(FieldPath path) {
        try {
            return buffer.getByte(present(path)) != 0;
        } catch (IndexOutOfBoundsException e) {
            throw records.corrupt(buffer, e);
        }
    }

    @Override
    public int getInt(FieldPath path) {
        try {
            return FlatReader.intAt(buffer, present(path));
        } catch (IndexOutOfBoundsException e) {
            throw records.corrupt(buffer, e);
        }
    }

    @Override
    public long getLong(FieldPath path) {
        try {
            return FlatReader.longAt(buffer, present(path));
        } catch (IndexOutOfBoundsException e) {
            throw records.corrupt(buffer, e);
        }
    }

    @Override
    public float getFloat(FieldPath path) {
        return Float.intBitsToFloat(getInt(path));
    }

    @Override
    public double getDouble(FieldPath path) {
        return Double.longBitsToDouble(getLong(path));
    }

    @Override
    public boolean getBooleanOrFalse(FieldPath path) {
        try {
            int at = locate(path);
            return at != 0 && buffer.getByte(at) != 0;
        } catch (IndexOutOfBoundsException e) {
            throw records.corrupt(buffer, e);
        }
    }

    @Override
    public int getIntOrZero(FieldPath path) {
        try {
            int at = locate(path);
            return at == 0 ? 0 : FlatReader.intAt(buffer, at);
        } catch (IndexOutOfBoundsException e) {
            throw records.corrupt(buffer, e);
        }
    }

    @Override
    public long getLongOrZero(FieldPath path) {
        try {
            int at = locate(path);
            return at == 0 ? 0 : FlatReader.longAt(buffer, at);
        } catch (IndexOutOfBoundsException e) {
            throw records.corrupt(buffer, e);
        }
    }

    @Override
    public float getFloatOrZero(FieldPath path) {
        return Float.intBitsToFloat(getIntOrZero(path));
    }

    @Override
    public double getDoubleOrZero(FieldPath path) {
        return Double.longBitsToDouble(getLongOrZero(path));
    }

    @Override
    public <T> @Nullable T getAmong(FieldPath path, TextTable<T> among) {
        try {
            int at = locate(path);
            if (at == 0) {
                return null;
            }
            for (int i = 0; i < among.size(); i++) {
                if (FlatReader.isText(buffer, at, among.bytes(i))) {
                    return among.value(i);
                }
            }
            return among.get(FlatReader.text(buffer, at));
        } catch (IndexOutOfBoundsException e) {
            throw records.corrupt(buffer, e);
        }
    }

    @Override
    public @Nullable String getString(FieldPath path) {
        try {
            int at = locate(path);
            return at == 0 ? null : FlatReader.text(buffer, at, texts.of(path));
        } catch (IndexOutOfBoundsException e) {
            throw records.corrupt(buffer, e);
        }
    }

    @Override
    public int compareText(FieldPath path, EncodedText text) {
        try {
            return FlatReader.compareText(buffer, present(path), text.bytes());
        } catch (IndexOutOfBoundsException e) {
            throw records.corrupt(buffer, e);
        }
    }

    @Override
    public boolean has(FieldPath path, @Nullable Object value) {
        try {
            int at = locate(path);
            if (at == 0 || value == null) {
                return at == 0 && value == null;
            }
            return FlatComparison.isValue(buffer, at, (BasicType) path.type(), value);
        } catch (IndexOutOfBoundsException | DateTimeException | IllegalArgumentException | ArithmeticException e) {
            throw records.corrupt(buffer, e);
        }
    }

    @Override
    public Record copy() {
        try {
            return FlatReader.record(buffer, table, texts.type());
        } catch (IndexOutOfBoundsException | DateTimeException | IllegalArgumentException | ArithmeticException e) {
            throw records.corrupt(buffer, e);
        }
    }

    @Override
    public RecordView retain() {
        UnsafeBuffer mine = buffer;
        byte[] array = mine.byteArray();
        if (array != null && (memory == null || array.length == mine.capacity())) {
            memory = null;
            return this;
        }
        byte[] bytes = new byte[mine.capacity()];
        mine.getBytes(0, bytes);
        return new FlatRecordView(this, bytes);
    }

    @Override
    public void release() {
        RecordMemory from = memory;
        if (from != null) {
            memory = null;
            from.giveBack(this);
        }
    }

    @Override
    public String toString() {
        return copy().toString();
    }
}
