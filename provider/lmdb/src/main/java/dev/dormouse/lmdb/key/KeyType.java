package dev.dormouse.lmdb.key;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyDecoder;
import java.io.IOException;

/**
 * How values become keys. The encoded bytes, compared unsigned, are in the natural order of the values; they say themselves where they end, so that no key begins
 * another and a key may be a part of a longer one. Immutable and thread-safe.
 *
 * @param <K> the class of the keys
 */
public interface KeyType<K> {

    /** The longest key of a map, in bytes. Whoever writes checks it before anything is written. */
    int LIMIT = 511;

    /**
     * Returns the name of the form of the bytes, such as {@code string} or {@code tuple(uuid,instant)}. It is kept beside the data: a map that was written with another name
     * is refused.
     */
    String name();

    /**
     * Appends a key.
     *
     * @throws IllegalArgumentException if the value cannot be a key of this type
     */
    void encode(KeyBuffer out, K key);

    /**
     * Reads what {@link #encode} wrote and no more.
     *
     * @throws dev.dormouse.store.record.MalformedKeyException if the bytes are none of this type
     */
    K decode(KeyDecoder in);

    /** Writes a key as one JSON value, from which {@link #readJson} makes an equal one. */
    void writeJson(JsonGenerator out, K key) throws IOException;

    /**
     * Reads a key from JSON. The parser stands at the first token of the value, and at its last when this returns.
     *
     * @throws IOException if the JSON is no key of this type
     */
    K readJson(JsonParser in) throws IOException;
}
