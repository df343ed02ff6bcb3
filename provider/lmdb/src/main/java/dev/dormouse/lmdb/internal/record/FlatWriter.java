package dev.dormouse.lmdb.internal.record;

import dev.dormouse.store.record.Record;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.RecordType;
import dev.dormouse.store.type.StoreType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * Writes a record as FlatBuffers from front to back: each table's own part first, then what it refers to, so that references point forward. The
 * format does not care, and nothing is copied twice.
 */
final class FlatWriter {

    private static final int MAXIMAL_TABLE = 0xFFFF;

    private FlatWriter() {}

    /** Appends a record whose first byte is at a multiple of 8. */
    static void root(RecordBuffer out, FlatLayout layout, Record record) {
        int root = out.zeros(4);
        out.putInt(root, table(out, layout, record) - root);
    }

    private static int table(RecordBuffer out, FlatLayout layout, Record record) {
        int count = Math.min(layout.fields(), record.size());
        while (count > 0 && record.value(count - 1) == null) {
            count--;
        }
        int slots = 4 + 2 * count;
        int size = ownSize(layout, record, count);
        int vtable = out.zerosAligned((4 - slots) & 7, slots + size);
        int table = vtable + slots;
        out.putShort(vtable, slots);
        out.putShort(vtable + 2, size);
        out.putInt(table, slots);
        int at = table + 4;
        for (int place = 0; place < layout.fields(); place++) {
            int ordinal = layout.inPlace(place);
            Object value = ordinal < count ? record.value(ordinal) : null;
            if (value != null) {
                out.putShort(vtable + 4 + 2 * ordinal, at - table);
                if (FlatLayout.isReference(layout.type(ordinal))) {
                    out.putInt(at, elsewhere(out, layout, ordinal, value) - at);
                } else {
                    inPlace(out, at, layout.type(ordinal), value);
                }
                at += layout.size(ordinal);
            }
        }
        return table;
    }

    private static int ownSize(FlatLayout layout, Record record, int count) {
        int size = 4;
        for (int ordinal = 0; ordinal < count; ordinal++) {
            size += record.value(ordinal) == null ? 0 : layout.size(ordinal);
        }
        if (size > MAXIMAL_TABLE) {
            throw new IllegalArgumentException("record has too many fields: " + layout.fields());
        }
        return size;
    }

    private static int elsewhere(RecordBuffer out, FlatLayout layout, int ordinal, Object value) {
        StoreType type = layout.type(ordinal);
        if (type instanceof BasicType basic) {
            return vector(out, basic, value);
        }
        if (type instanceof ArrayType array) {
            return array(out, array.element(), layout, ordinal, (List<?>) value);
        }
        return table(out, layout.nested(ordinal), (Record) value);
    }

    /** An array: a table of its items and of the places of nulls. */
    private static int array(RecordBuffer out, StoreType element, FlatLayout layout, int ordinal, List<?> items) {
        boolean nulls = hasNull(items);
        int slots = nulls ? 8 : 6;
        out.alignTo((4 - slots) & 7);
        int vtable = out.zeros(slots);
        int table = out.zeros(nulls ? 12 : 8);
        out.putShort(vtable, slots);
        out.putShort(vtable + 2, nulls ? 12 : 8);
        out.putShort(vtable + 4, 4);
        out.putInt(table, slots);
        if (nulls) {
            out.putShort(vtable + 6, 8);
            out.putInt(table + 8, out.length() - table - 8);
            out.appendInt(items.size());
            int flags = out.zeros(items.size());
            for (int i = 0; i < items.size(); i++) {
                out.putByte(flags + i, items.get(i) == null ? 1 : 0);
            }
        }
        out.putInt(table + 4, items(out, element, layout, ordinal, items) - table - 4);
        return table;
    }

    private static boolean hasNull(List<?> items) {
        for (Object item : items) {
            if (item == null) {
                return true;
            }
        }
        return false;
    }

    private static int items(RecordBuffer out, StoreType element, FlatLayout layout, int ordinal, List<?> items) {
        int size = FlatLayout.size(element);
        out.alignTo(4);
        int vector = out.zeros(4 + size * items.size());
        out.putInt(vector, items.size());
        boolean reference = FlatLayout.isReference(element);
        int empty = 0;
        for (int i = 0; i < items.size(); i++) {
            Object item = items.get(i);
            int at = vector + 4 + size * i;
            if (item != null && !reference) {
                inPlace(out, at, element, item);
            } else if (item != null) {
                out.putInt(at, item(out, element, layout, ordinal, item) - at);
            } else if (reference) {
                // Other readers look at what stands for a null, too.
                empty = empty == 0 ? empty(out, element) : empty;
                out.putInt(at, empty - at);
            }
        }
        return vector;
    }

    private static int item(RecordBuffer out, StoreType element, FlatLayout layout, int ordinal, Object item) {
        if (element instanceof RecordType) {
            return table(out, layout.nested(ordinal), (Record) item);
        }
        if (element == BasicType.STRING) {
            return vector(out, BasicType.STRING, item);
        }
        // The schema language has no vectors of vectors.
        int table = onePart(out);
        out.putInt(table + 4, vector(out, (BasicType) element, item) - table - 4);
        return table;
    }

    private static int empty(RecordBuffer out, StoreType element) {
        if (element == BasicType.STRING) {
            return vector(out, BasicType.STRING, "");
        }
        int vtable = out.zerosAligned(0, 8);
        out.putShort(vtable, 4);
        out.putShort(vtable + 2, 4);
        out.putInt(vtable + 4, 4);
        return vtable + 4;
    }

    /** Begins a table of one reference, which is to be put 4 bytes behind its beginning. */
    private static int onePart(RecordBuffer out) {
        out.alignTo(6);
        int vtable = out.zeros(6);
        int table = out.zeros(8);
        out.putShort(vtable, 6);
        out.putShort(vtable + 2, 8);
        out.putShort(vtable + 4, 4);
        out.putInt(table, 6);
        return table;
    }

    private static int vector(RecordBuffer out, BasicType type, Object value) {
        out.align4();
        int at = out.length();
        switch (type) {
            case STRING -> {
                out.appendSized(((String) value).getBytes(StandardCharsets.UTF_8));
                out.zeros(1);
            }
            case BYTES -> out.appendSized((byte[]) value);
            case BIG_INTEGER -> out.appendSized(((BigInteger) value).toByteArray());
            case DECIMAL -> {
                BigDecimal decimal = (BigDecimal) value;
                byte[] unscaled = decimal.unscaledValue().toByteArray();
                out.appendInt(unscaled.length + 4);
                out.appendInt(decimal.scale());
                out.append(unscaled);
            }
            default -> throw new AssertionError("kept in place: " + type);
        }
        return at;
    }

    static void inPlace(RecordBuffer out, int at, StoreType type, Object value) {
        if (!(type instanceof BasicType basic)) {
            return;
        }
        switch (basic) {
            case BOOLEAN -> out.putByte(at, (Boolean) value ? 1 : 0);
            case INTEGER -> out.putInt(at, (Integer) value);
            case LONG -> out.putLong(at, (Long) value);
            case FLOAT -> out.putInt(at, Float.floatToRawIntBits((Float) value));
            case DOUBLE -> out.putLong(at, Double.doubleToRawLongBits((Double) value));
            case UUID ->
                pair(out, at, ((UUID) value).getMostSignificantBits(), ((UUID) value).getLeastSignificantBits());
            case DATE -> out.putLong(at, ((LocalDate) value).toEpochDay());
            case TIME -> out.putLong(at, ((LocalTime) value).toNanoOfDay());
            case TIMESTAMP -> instant(out, at, ((LocalDateTime) value).toInstant(ZoneOffset.UTC));
            case INSTANT -> instant(out, at, (Instant) value);
            case OFFSET_TIME -> {
                OffsetTime time = (OffsetTime) value;
                triple(
                        out,
                        at,
                        time.toLocalTime().toNanoOfDay(),
                        time.getOffset().getTotalSeconds(),
                        0);
            }
            case OFFSET_TIMESTAMP -> {
                OffsetDateTime timestamp = (OffsetDateTime) value;
                triple(
                        out,
                        at,
                        timestamp.toEpochSecond(),
                        timestamp.getNano(),
                        timestamp.getOffset().getTotalSeconds());
            }
            case STRING, BYTES, BIG_INTEGER, DECIMAL -> {}
        }
    }

    private static void pair(RecordBuffer out, int at, long first, long second) {
        out.putLong(at, first);
        out.putLong(at + 8, second);
    }

    private static void instant(RecordBuffer out, int at, Instant value) {
        triple(out, at, value.getEpochSecond(), value.getNano(), 0);
    }

    private static void triple(RecordBuffer out, int at, long first, int second, int third) {
        out.putLong(at, first);
        out.putInt(at + 8, second);
        out.putInt(at + 12, third);
    }
}
