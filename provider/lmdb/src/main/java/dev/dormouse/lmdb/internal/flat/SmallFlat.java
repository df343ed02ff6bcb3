package dev.dormouse.lmdb.internal.flat;

import com.google.flatbuffers.FlatBufferBuilder;
import java.nio.ByteOrder;
import java.util.Locale;
import org.agrona.DirectBuffer;

/** Bytes, shorts and characters. */
final class SmallFlat extends FlatCodec {

    private final Class<?> type;

    SmallFlat(Class<?> type) {
        this.type = type;
    }

    @Override
    int size() {
        return type == Byte.class ? 1 : 2;
    }

    @Override
    boolean isReference() {
        return false;
    }

    @Override
    void inPlace(FlatBufferBuilder out, Object value) {
        wholeInPlace(out, value instanceof Character letter ? letter : ((Number) value).longValue());
    }

    @Override
    void wholeInPlace(FlatBufferBuilder out, long value) {
        if (type == Byte.class) {
            out.addByte((byte) value);
        } else {
            out.addShort((short) value);
        }
    }

    @Override
    public Object read(DirectBuffer in, int at) {
        if (type == Byte.class) {
            return in.getByte(at);
        }
        short number = in.getShort(at, ByteOrder.LITTLE_ENDIAN);
        return type == Short.class ? (Object) number : (Object) (char) number;
    }

    @Override
    String typeName() {
        return type == Byte.class ? "byte" : type == Short.class ? "short" : "ushort";
    }

    @Override
    void form(FlatForm out) {
        out.add(type.getSimpleName().toLowerCase(Locale.ROOT));
    }
}
