package dev.dormouse.lmdb.internal.flat;

import com.google.flatbuffers.FlatBufferBuilder;
import dev.dormouse.lmdb.internal.array.PackedArrays;
import org.agrona.DirectBuffer;

/** Arrays of primitives, packed. */
final class NumbersFlat extends FlatCodec {

    private final Class<?> element;

    NumbersFlat(Class<?> element) {
        this.element = element;
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
        int size = PackedArrays.size(element);
        int count = PackedArrays.length(value);
        PackedArrays.write(out.createUnintializedVector(size, count, size), value);
        return out.endVector();
    }

    @Override
    void inPlace(FlatBufferBuilder out, Object value) {
        throw new AssertionError("a reference");
    }

    @Override
    public Object read(DirectBuffer in, int at) {
        int vector = follow(in, at);
        int count = count(in, vector, PackedArrays.size(element));
        return PackedArrays.read(in, vector + 4, element, count);
    }

    @Override
    String typeName() {
        return "[" + (element == boolean.class ? "bool" : element == char.class ? "ushort" : element.getName()) + "]";
    }

    @Override
    void form(FlatForm out) {
        out.add("[" + element.getName() + "]");
    }
}
