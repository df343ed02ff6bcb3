package dev.dormouse.lmdb.value;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.dormouse.lmdb.internal.array.PackedArrays;
import dev.dormouse.lmdb.internal.shape.Shape;
import dev.dormouse.lmdb.internal.stream.StreamCodec;
import dev.dormouse.lmdb.internal.stream.StreamCodecs;
import dev.dormouse.lmdb.internal.stream.StreamForm;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.agrona.DirectBuffer;

/** Arrays of primitives, packed. */
final class NumbersValue<A> implements ValueType<A> {

    private final Class<A> javaClass;
    private final Class<?> element;
    private final StreamCodec json;

    NumbersValue(Class<A> javaClass) {
        this.javaClass = javaClass;
        this.element = javaClass.getComponentType();
        this.json = StreamCodecs.of(new Shape.Numbers(element), StreamForm.JSON);
    }

    @Override
    public String name() {
        return element.getName() + "[]";
    }

    @Override
    public void encode(ValueBuffer out, A value) {
        int size = PackedArrays.length(value) * PackedArrays.size(element);
        int at = out.reserve(size);
        PackedArrays.write(ByteBuffer.wrap(out.array(), at, size), value);
    }

    @Override
    public A decode(DirectBuffer bytes) {
        int size = PackedArrays.size(element);
        if (bytes.capacity() % size != 0) {
            throw Corrupt.value(bytes, name(), "It must be a multiple of " + size + " bytes", null);
        }
        return javaClass.cast(PackedArrays.read(bytes, 0, element, bytes.capacity() / size));
    }

    @Override
    public void writeJson(JsonGenerator out, A value) throws IOException {
        json.write(out, value);
    }

    @Override
    public A readJson(JsonParser in) throws IOException {
        Object value = json.read(in);
        if (value == null) {
            throw new AssertionError("an array is read as null");
        }
        return javaClass.cast(value);
    }
}
