package dev.dormouse.lmdb.key;

import dev.dormouse.store.record.KeyBuffer;

/**
 * The beginning of keys: all keys whose bytes begin with these are meant. Made by the key types that can say it: the first parts of a tuple, the first characters of a text.
 *
 * @param <K> the class of the keys
 */
public final class KeyPrefix<K> {

    private final KeyType<K> type;
    private final byte[] bytes;

    /** Makes a prefix of the keys of a type. */
    public KeyPrefix(KeyType<K> type, KeyBuffer bytes) {
        this.type = type;
        this.bytes = bytes.toBytes();
    }

    /** Returns the type of the keys. */
    public KeyType<K> type() {
        return type;
    }

    /** Returns a copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return type.name() + " beginning with " + KeyBuffer.of(bytes);
    }
}
