package dev.dormouse.store.writeset;

import dev.dormouse.store.Change.FieldChange;
import dev.dormouse.store.Change.Guard;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.Field;
import dev.dormouse.store.type.RecordType;
import dev.dormouse.store.type.StoreType;
import dev.dormouse.store.writeset.spill.SpillArea;
import dev.dormouse.store.writeset.spill.SpillMap;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Own records of one table as bytes: what they are, their condition, then a record; changed fields are fields of a record of their own. */
final class PendingForm implements OwnForm<PendingRecord> {

    private static final int EXISTED = 1;
    private static final int WHOLE = 2;
    private static final int CHANGES = 4;
    private static final int GUARD = 8;
    private static final int SET = 0;
    private static final int APPEND = 1;
    private static final int REMOVE = 2;

    private final RecordType type;
    private final Spilling spilling;
    private final Map<List<Integer>, FieldPath> paths = new HashMap<>();
    private final Map<FieldPath, RecordType> single = new HashMap<>();

    PendingForm(RecordType type, Spilling spilling) {
        this.type = type;
        this.spilling = spilling;
    }

    @Override
    public SpillMap map(SpillArea area) {
        return area.values();
    }

    @Override
    public int keyLength(byte[] key, PendingRecord value) {
        return key.length;
    }

    @Override
    public byte[] encode(PendingRecord value) {
        Record whole = value.whole();
        List<FieldChange> changes = value.changes();
        Guard.Version guard = value.guard();
        int flags = (value.existed() ? EXISTED : 0)
                | (whole != null ? WHOLE : 0)
                | (changes != null ? CHANGES : 0)
                | (guard != null ? GUARD : 0);
        ByteWriter out = new ByteWriter();
        out.putByte(flags);
        out.putLong(value.unchangedSince());
        if (guard != null) {
            put(out, guard.path(), guard.expected());
        }
        if (whole != null) {
            out.putSized(spilling.area().encode(type, whole));
        }
        if (changes != null) {
            out.putInt(changes.size());
            changes.forEach(change -> put(out, change));
        }
        return out.toBytes();
    }

    private void put(ByteWriter out, FieldChange change) {
        if (change instanceof FieldChange.Set set) {
            out.putByte(SET);
            put(out, set.path(), set.value());
        } else if (change instanceof FieldChange.Append append) {
            out.putByte(APPEND);
            put(out, append.path(), append.elements());
        } else if (change instanceof FieldChange.Remove remove) {
            out.putByte(REMOVE);
            put(out, remove.path(), remove.elements());
        }
    }

    private void put(ByteWriter out, FieldPath path, @Nullable Object value) {
        out.putByte(path.depth());
        for (int step = 0; step < path.depth(); step++) {
            out.putInt(path.ordinal(step));
        }
        out.putSized(spilling.area().encode(single(path), Record.of(value)));
    }

    private RecordType single(FieldPath path) {
        return single.computeIfAbsent(path, p -> new RecordType(List.of(new Field("value", p.type(), true))));
    }

    @Override
    public PendingRecord decode(byte[] key, int keyLength, byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int flags = in.get();
        long unchangedSince = in.getLong();
        Guard.Version guard = null;
        if ((flags & GUARD) != 0) {
            FieldPath path = path(in);
            guard = new Guard.Version(path, value(in, path));
        }
        Record whole = (flags & WHOLE) == 0 ? null : spilling.area().decode(type, sized(in));
        List<FieldChange> changes = (flags & CHANGES) == 0 ? null : changes(in);
        return PendingRecord.restored(key, (flags & EXISTED) != 0, whole, changes, guard, unchangedSince);
    }

    private List<FieldChange> changes(ByteBuffer in) {
        int count = in.getInt();
        List<FieldChange> changes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int kind = in.get();
            FieldPath path = path(in);
            Object value = value(in, path);
            if (kind == SET) {
                changes.add(new FieldChange.Set(path, value));
            } else {
                List<Object> elements = List.copyOf((List<?>) Objects.requireNonNull(value));
                changes.add(
                        kind == APPEND
                                ? new FieldChange.Append(path, elements)
                                : new FieldChange.Remove(path, elements));
            }
        }
        return changes;
    }

    private @Nullable Object value(ByteBuffer in, FieldPath path) {
        return spilling.area().decode(single(path), sized(in)).value(0);
    }

    private static byte[] sized(ByteBuffer in) {
        byte[] bytes = new byte[in.getInt()];
        in.get(bytes);
        return bytes;
    }

    private FieldPath path(ByteBuffer in) {
        int depth = in.get();
        List<Integer> ordinals = new ArrayList<>(depth);
        for (int step = 0; step < depth; step++) {
            ordinals.add(in.getInt());
        }
        return paths.computeIfAbsent(ordinals, this::path);
    }

    private FieldPath path(List<Integer> ordinals) {
        List<String> names = new ArrayList<>();
        StoreType at = type;
        for (int ordinal : ordinals) {
            RecordType record = (RecordType) (at instanceof ArrayType array ? array.element() : at);
            names.add(record.fields().get(ordinal).name());
            at = record.fields().get(ordinal).type();
        }
        return FieldPath.of(type, names);
    }

    @Override
    public long weight(PendingRecord value) {
        Record whole = value.whole();
        List<FieldChange> changes = value.changes();
        return 80 + (whole == null ? 0 : Weights.of(whole)) + (changes == null ? 0 : 200L + 100L * changes.size());
    }
}
