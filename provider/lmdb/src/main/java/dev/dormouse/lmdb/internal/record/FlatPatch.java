package dev.dormouse.lmdb.internal.record;

import dev.dormouse.store.Change.FieldChange;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.StoreType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.agrona.DirectBuffer;

/** Changes fields of a FlatBuffers record where they lie: what is there gets another value of the same size. */
final class FlatPatch {

    private FlatPatch() {}

    /**
     * Changes a copy of a record.
     *
     * @param out the copy, header included
     * @return false if a change needs another size; the copy is then of no use
     */
    static boolean apply(RecordBuffer out, List<FieldChange> changes) {
        DirectBuffer record = out.content();
        int root = FlatReader.follow(record, RecordHeader.LENGTH);
        for (int i = 0; i < changes.size(); i++) {
            if (!(changes.get(i) instanceof FieldChange.Set set) || !set(out, record, root, set)) {
                return false;
            }
        }
        return true;
    }

    private static boolean set(RecordBuffer out, DirectBuffer record, int root, FieldChange.Set set) {
        FieldPath path = set.path();
        if (path.array() != null) {
            return false;
        }
        int at = FlatReader.field(record, root, path.ordinal(0));
        for (int step = 1; step < path.depth() && at != 0; step++) {
            at = FlatReader.field(record, FlatReader.follow(record, at), path.ordinal(step));
        }
        if (at == 0 || set.value() == null) {
            return at == 0 && set.value() == null;
        }
        return replace(out, record, at, path.type(), set.value());
    }

    private static boolean replace(RecordBuffer out, DirectBuffer record, int at, StoreType type, Object value) {
        record.boundsCheck(at, FlatLayout.size(type));
        if (!FlatLayout.isReference(type)) {
            FlatWriter.inPlace(out, at, type, value);
            return true;
        }
        return type == BasicType.STRING && replaceText(out, record, at, (String) value);
    }

    private static boolean replaceText(RecordBuffer out, DirectBuffer record, int at, String value) {
        int vector = FlatReader.follow(record, at);
        int count = FlatReader.count(record, vector);
        byte[] bytes = value.length() > count ? null : value.getBytes(StandardCharsets.UTF_8);
        if (bytes == null || bytes.length != count) {
            return false;
        }
        record.boundsCheck(vector + Integer.BYTES, count);
        out.putBytes(vector + Integer.BYTES, bytes);
        return true;
    }
}
