package dev.dormouse.lmdb.internal.flat;

import com.google.flatbuffers.FlatBufferBuilder;
import dev.dormouse.lmdb.internal.shape.Shape;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.agrona.DirectBuffer;

/** Constants of an enum by their place in it, in two bytes. */
final class ConstantFlat extends FlatCodec {

    private final Enum<?>[] constants;
    private final String name;

    ConstantFlat(Shape.Constant shape, String name) {
        this.constants = shape.constants();
        this.name = name;
    }

    @Override
    int size() {
        return 2;
    }

    @Override
    boolean isReference() {
        return false;
    }

    @Override
    @SuppressWarnings("EnumOrdinal") // constants are only appended
    void inPlace(FlatBufferBuilder out, Object value) {
        out.addShort((short) ((Enum<?>) value).ordinal());
    }

    @Override
    public Object read(DirectBuffer in, int at) {
        int ordinal = in.getShort(at, ByteOrder.LITTLE_ENDIAN) & 0xFFFF;
        if (ordinal >= constants.length) {
            throw new IllegalArgumentException("constant " + ordinal + " of " + constants.length + " of " + name);
        }
        return constants[ordinal];
    }

    @Override
    String typeName() {
        return name;
    }

    @Override
    void form(FlatForm out) {
        out.add(Arrays.stream(constants).map(Enum::name).collect(Collectors.joining(",", "(", ")")));
    }

    String declaration() {
        return "enum " + name + " : ushort { "
                + Arrays.stream(constants).map(Enum::name).collect(Collectors.joining(", ")) + " }\n";
    }
}
