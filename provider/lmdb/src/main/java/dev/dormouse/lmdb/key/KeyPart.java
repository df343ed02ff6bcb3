package dev.dormouse.lmdb.key;

import dev.dormouse.store.record.KeyBuffer;
import java.util.function.Function;

/**
 * One part of a tuple, such as {@code part(KeyTypes.uuid(), Trade::market)}; made by {@link KeyTypes#part}.
 *
 * @param type how the part becomes bytes
 * @param from takes the part out of the tuple
 * @param <T> the class of the tuple
 * @param <P> the class of the part
 */
public record KeyPart<T, P>(KeyType<P> type, Function<T, P> from) {

    void encode(KeyBuffer out, T key) {
        type.encode(out, from.apply(key));
    }
}
