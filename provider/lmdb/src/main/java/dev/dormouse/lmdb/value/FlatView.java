package dev.dormouse.lmdb.value;

import dev.dormouse.lmdb.internal.record.FlatReader;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A FlatBuffers value where it lies: single properties are read without the others. Good for as long as its bytes are; one made by {@link FlatBuffersType#viewOf} for ever.
 * Fails with a {@link dev.dormouse.store.StoreException} if the bytes make no sense.
 *
 * @param <V> the class of the values
 */
public final class FlatView<V> {

    private final FlatBuffersType<V> type;
    private final DirectBuffer bytes;
    private final int root;

    FlatView(FlatBuffersType<V> type, DirectBuffer bytes) {
        this.type = type;
        this.bytes = bytes;
        this.root = type.root(bytes);
    }

    DirectBuffer bytes() {
        return bytes;
    }

    /** Reads the whole value. */
    public V value() {
        return type.decode(bytes);
    }

    /** Reads a property; null if it is null. */
    @SuppressWarnings("unchecked") // checked when the field was made
    public <T> @Nullable T get(FlatField<V, T> field) {
        try {
            int at = field.locate(bytes, root);
            return (T) (at == 0 ? field.initial() : field.read(bytes, at));
        } catch (RuntimeException e) {
            throw type.corrupt(bytes, e);
        }
    }

    /**
     * Reads a property of 64 bits without boxing it.
     *
     * @throws NullPointerException if it is null
     */
    public long getLong(FlatField<V, Long> field) {
        int at = locate(field);
        return at == 0 ? present(field) : bytes.getLong(at, ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Reads a property of 32 bits without boxing it.
     *
     * @throws NullPointerException if it is null
     */
    public int getInt(FlatField<V, Integer> field) {
        int at = locate(field);
        return at == 0 ? present(field) : FlatReader.intAt(bytes, at);
    }

    /**
     * Reads a floating-point property of 64 bits without boxing it.
     *
     * @throws NullPointerException if it is null
     */
    public double getDouble(FlatField<V, Double> field) {
        int at = locate(field);
        return at == 0 ? present(field) : bytes.getDouble(at, ByteOrder.LITTLE_ENDIAN);
    }

    private int locate(FlatField<V, ?> field) {
        try {
            int at = field.locate(bytes, root);
            bytes.boundsCheck(at, at == 0 ? 0 : Integer.BYTES);
            return at;
        } catch (IndexOutOfBoundsException e) {
            throw type.corrupt(bytes, e);
        }
    }

    private <T> T present(FlatField<V, T> field) {
        T value = get(field);
        if (value == null) {
            throw new NullPointerException("a property that is null was read as a primitive");
        }
        return value;
    }

    @Override
    public String toString() {
        return value().toString();
    }
}
