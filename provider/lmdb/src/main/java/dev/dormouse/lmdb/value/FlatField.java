package dev.dormouse.lmdb.value;

import dev.dormouse.lmdb.internal.flat.FlatCodec;
import dev.dormouse.lmdb.internal.record.FlatReader;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One property of a FlatBuffers value, read without the others; made by {@link FlatBuffersType#field}. A property that is absent, or is within an absent object, has what its
 * class gives it by itself.
 *
 * @param <V> the class of the values
 * @param <T> the class of the property
 */
@SuppressWarnings("UnusedTypeParameter") // they keep a view from reading what it does not have
public final class FlatField<V, T> {

    private final int[] path;
    private final FlatCodec codec;
    private final @Nullable Object initial;

    FlatField(int[] path, FlatCodec codec, @Nullable Object initial) {
        this.path = path;
        this.codec = codec;
        this.initial = initial;
    }

    /** Returns where the property is, 0 if it is absent. */
    int locate(DirectBuffer bytes, int root) {
        int at = FlatReader.field(bytes, root, path[0]);
        for (int step = 1; step < path.length && at != 0; step++) {
            at = FlatReader.field(bytes, FlatReader.follow(bytes, at), path[step]);
        }
        return at;
    }

    @Nullable
    Object initial() {
        return initial;
    }

    Object read(DirectBuffer bytes, int at) {
        return codec.read(bytes, at);
    }
}
