package dev.dormouse.lmdb.internal.flat;

import com.google.flatbuffers.FlatBufferBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import org.agrona.DirectBuffer;

/** Lists and sets as vectors; no element is null. */
final class SequenceFlat extends FlatCodec {

    private final FlatCodec element;
    private final boolean isSet;

    SequenceFlat(FlatCodec element, boolean isSet) {
        this.element = element;
        this.isSet = isSet;
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
    int elsewhere(FlatBufferBuilder out, Object value) {
        return vector(out, element, ((Collection<?>) value).toArray());
    }

    static int vector(FlatBufferBuilder out, FlatCodec element, Object[] items) {
        for (Object item : items) {
            if (item == null) {
                throw new IllegalArgumentException("null among the elements of " + element.typeName());
            }
        }
        if (element.isReference()) {
            int[] places = new int[items.length];
            for (int i = 0; i < places.length; i++) {
                places[i] = element.elsewhere(out, items[i]);
            }
            out.startVector(4, places.length, 4);
            for (int i = places.length - 1; i >= 0; i--) {
                out.addOffset(places[i]);
            }
        } else {
            out.startVector(element.size(), items.length, element.alignment());
            for (int i = items.length - 1; i >= 0; i--) {
                element.inPlace(out, items[i]);
            }
        }
        return out.endVector();
    }

    @Override
    void inPlace(FlatBufferBuilder out, Object value) {
        throw new AssertionError("a reference");
    }

    @Override
    public Object read(DirectBuffer in, int at) {
        int vector = follow(in, at);
        int count = count(in, vector, element.size());
        Collection<Object> items = isSet ? new LinkedHashSet<>(count * 2) : new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            items.add(element.read(in, vector + 4 + i * element.size()));
        }
        return items;
    }

    @Override
    String typeName() {
        return "[" + element.typeName() + "]";
    }

    @Override
    void form(FlatForm out) {
        out.add("[");
        element.form(out);
        out.add("]");
    }
}
