package dev.dormouse.lmdb.value;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.agrona.DirectBuffer;

/**
 * How values become bytes. Immutable and thread-safe.
 *
 * @param <V> the class of the values
 */
public interface ValueType<V> {

    /**
     * Returns the name of the form of the bytes, such as {@code string} or {@code cbor}. It is kept beside the data: a map that was written with another name is refused.
     */
    String name();

    /**
     * Tells whether values that were written under another name, perhaps by an earlier version of the program, are read by this type, too. What is written from now on
     * has this type's name.
     */
    default boolean reads(String storedName) {
        return storedName.equals(name());
    }

    /**
     * Appends a value.
     *
     * @throws IllegalArgumentException if it is no value of this type
     */
    void encode(ValueBuffer out, V value);

    /**
     * Reads a value from the whole of some bytes, which may be those of the store itself: they are good only until this returns, unless {@link #readsInPlace} says that the
     * value keeps them.
     *
     * @throws dev.dormouse.store.StoreException if the bytes are no value of this type
     */
    V decode(DirectBuffer bytes);

    /**
     * Tells whether a decoded value still reads from the bytes that it was decoded from. The map then gives each value a buffer of its own, and the value is good
     * until its transaction ends or, in a transaction that writes, until the next write.
     */
    default boolean readsInPlace() {
        return false;
    }

    /** Writes a value as one JSON value, from which {@link #readJson} makes an equal one. */
    void writeJson(JsonGenerator out, V value) throws IOException;

    /**
     * Reads a value from JSON. The parser stands at the first token of the value, and at its last when this returns.
     *
     * @throws IOException if the JSON is no value of this type
     */
    V readJson(JsonParser in) throws IOException;
}
