package dev.dormouse.lmdb.internal.flat;

import com.google.flatbuffers.FlatBufferBuilder;
import dev.dormouse.lmdb.internal.record.FlatReader;
import java.util.LinkedHashMap;
import java.util.Map;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/** Maps as vectors of tables of key and value; a value that is null is absent. */
final class EntriesFlat extends FlatCodec {

    private final String entryName;
    private final FlatCodec key;
    private final FlatCodec value;
    private final Entry entry = new Entry();

    EntriesFlat(String entryName, FlatCodec key, FlatCodec value) {
        this.entryName = entryName;
        this.key = key;
        this.value = value;
    }

    /** One key and its value. */
    private final class Entry extends FlatCodec {

        @Override
        int size() {
            return 4;
        }

        @Override
        boolean isReference() {
            return true;
        }

        @Override
        int elsewhere(FlatBufferBuilder out, Object object) {
            Map.Entry<?, ?> pair = (Map.Entry<?, ?>) object;
            @Nullable Object[] held = {pair.getKey(), pair.getValue()};
            FlatCodec[] codecs = {key, value};
            int[] places = new int[2];
            for (int i = 0; i < 2; i++) {
                Object one = held[i];
                places[i] = one == null || !codecs[i].isReference() ? 0 : codecs[i].elsewhere(out, one);
            }
            out.startTable(2);
            for (int i = 0; i < 2; i++) {
                Object one = held[i];
                if (one != null) {
                    if (codecs[i].isReference()) {
                        out.addOffset(places[i]);
                    } else {
                        codecs[i].inPlace(out, one);
                    }
                    out.slot(i);
                }
            }
            return out.endTable();
        }

        @Override
        void inPlace(FlatBufferBuilder out, Object object) {
            throw new AssertionError("a reference");
        }

        @Override
        public Object read(DirectBuffer in, int at) {
            throw new AssertionError("read as part of its map");
        }

        @Override
        String typeName() {
            return entryName;
        }

        @Override
        void form(FlatForm out) {
            out.add("<");
            key.form(out);
            out.add(":");
            value.form(out);
            out.add(">");
        }
    }

    @Override
    int size() {
        return 4;
    }

    @Override
    boolean isReference() {
        return true;
    }

    @Override
    int elsewhere(FlatBufferBuilder out, Object map) {
        return SequenceFlat.vector(out, entry, ((Map<?, ?>) map).entrySet().toArray());
    }

    @Override
    void inPlace(FlatBufferBuilder out, Object map) {
        throw new AssertionError("a reference");
    }

    @Override
    public Object read(DirectBuffer in, int at) {
        int vector = follow(in, at);
        int count = count(in, vector, 4);
        Map<Object, @Nullable Object> map = new LinkedHashMap<>(count * 2);
        for (int i = 0; i < count; i++) {
            int table = follow(in, vector + 4 + 4 * i);
            int keyAt = FlatReader.field(in, table, 0);
            if (keyAt == 0) {
                throw new IllegalArgumentException("an entry without key in " + entryName);
            }
            int valueAt = FlatReader.field(in, table, 1);
            map.put(key.read(in, keyAt), valueAt == 0 ? null : value.read(in, valueAt));
        }
        return map;
    }

    @Override
    String typeName() {
        return "[" + entryName + "]";
    }

    @Override
    void form(FlatForm out) {
        entry.form(out);
    }

    String declaration() {
        return "table " + entryName + " {\n  key:" + nullable(key) + ";\n  value:" + nullable(value) + ";\n}\n";
    }

    private static String nullable(FlatCodec codec) {
        return codec.typeName() + (FlatSchema.isScalar(codec) ? " = null" : "");
    }
}
