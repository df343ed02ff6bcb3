package dev.dormouse.lmdb;

import dev.dormouse.lmdb.internal.failure.MapMessages;
import dev.dormouse.lmdb.internal.map.KeyPrefix;
import dev.dormouse.lmdb.key.KeyType;
import dev.dormouse.lmdb.key.TupleKey;
import dev.dormouse.lmdb.value.ValueBuffer;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.record.KeyBuffer;
import java.util.Set;

/**
 * A declared index under the number that the catalog gave it.
 *
 * @param index the declaration
 * @param number its number among the entries
 */
record KeptIndex<K, V, I>(MapIndex<K, V, I> index, int number) {

    /**
     * An entry of an index.
     *
     * @param index the name of the index
     * @param number the number of the index
     * @param unique whether the key may stand for one row only
     * @param key the key in the index
     * @param value the primary key and what is covered
     */
    record Entry(String index, int number, boolean unique, KeyBuffer key, KeyBuffer value) {}

    /** Adds the entries of a row; fails before anything is written if one cannot be. */
    void entries(String map, K key, V value, KeyBuffer primaryKey, Set<Entry> out) {
        KeyBuffer content = null;
        for (I each : index.keys().apply(key, value)) {
            if (each == null || (index.isNullable() && isIncomplete(each))) {
                continue;
            }
            KeyBuffer indexKey = new KeyBuffer(32);
            index.type().encode(indexKey, each);
            if (indexKey.length() + KeyPrefix.LENGTH > KeyType.LIMIT) {
                throw new StoreException(MapMessages.KEY_TOO_LONG.text(
                        indexKey.length(), "index " + index.name() + " of map", map, KeyType.LIMIT - KeyPrefix.LENGTH));
            }
            if (content == null) {
                content = content(map, value, primaryKey);
            }
            out.add(new Entry(index.name(), number, index.isUnique(), indexKey, content));
        }
        if (content == null && !index.isNullable()) {
            throw new StoreException(MapMessages.NULL_INDEX_KEY.text(index.name(), map));
        }
    }

    private boolean isIncomplete(I key) {
        return index.type() instanceof TupleKey<I> tuple && tuple.isIncomplete(key);
    }

    private KeyBuffer content(String map, V value, KeyBuffer primaryKey) {
        if (index.coveredName().isEmpty()) {
            return primaryKey;
        }
        ValueBuffer covered = new ValueBuffer();
        index.encodeCovered(covered, value);
        KeyBuffer content = new KeyBuffer(primaryKey.length() + covered.length())
                .put(primaryKey)
                .put(covered.array(), 0, covered.length());
        if (content.length() > KeyType.LIMIT) {
            throw new StoreException(
                    MapMessages.COVERED_TOO_LONG.text(content.length(), index.name(), map, KeyType.LIMIT));
        }
        return content;
    }
}
