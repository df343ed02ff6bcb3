package dev.dormouse.lmdb.internal.open;

import dev.dormouse.lmdb.internal.catalog.MapDefinition.MapIndexDefinition;
import dev.dormouse.lmdb.internal.failure.MapMessages;
import dev.dormouse.lmdb.internal.map.KeyPrefix;
import dev.dormouse.lmdb.key.KeyType;
import dev.dormouse.lmdb.key.TupleKey;
import dev.dormouse.lmdb.schema.MapIndex;
import dev.dormouse.lmdb.schema.MemberIndex;
import dev.dormouse.lmdb.value.ValueBuffer;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.record.KeyBuffer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A declared index under the number that the catalog gave it.
 *
 * @param index the declaration
 * @param number its number among the entries
 */
public record KeptIndex<K, V, I>(MapIndex<K, V, I> index, int number) {

    /** Returns an index under its number; fails if it is stored in another form. */
    public static <K, V, I> KeptIndex<K, V, I> of(MapIndex<K, V, I> index, MapIndexDefinition stored, String map) {
        String was = form(stored.keyType(), stored.unique(), stored.covered());
        String is = form(index.type().name(), index.isUnique(), index.coveredName());
        if (!was.equals(is)) {
            throw new StoreException(MapMessages.OTHER_INDEX.text(index.name(), map, was, is));
        }
        return new KeptIndex<>(index, stored.number());
    }

    private static String form(String keyType, boolean unique, String covered) {
        return keyType + (unique ? ", unique" : "") + (covered.isEmpty() ? "" : ", covering " + covered);
    }

    /**
     * An entry of an index.
     *
     * @param index the name of the index
     * @param number the number of the index
     * @param unique whether the key may stand for one row only
     * @param key the key in the index
     * @param value the primary key and what is covered
     */
    public record Entry(String index, int number, boolean unique, KeyBuffer key, KeyBuffer value) {}

    /** Adds the entries of a row; fails before anything is written if one cannot be. */
    public void entries(String map, K key, V value, KeyBuffer primaryKey, List<Entry> out) {
        int first = out.size();
        if (index instanceof MemberIndex<?, ?, ?>) {
            for (Object member : (Set<?>) value) {
                entryOfMember(map, key, member, primaryKey, out);
            }
            return;
        }
        KeyBuffer content = null;
        for (I each : index.keysOf(key, value)) {
            if (each == null || (index.isNullable() && isIncomplete(each))) {
                continue;
            }
            if (content == null) {
                content = content(map, value, primaryKey);
            }
            out.add(entry(map, each, content));
        }
        if (content == null && !index.isNullable()) {
            throw new StoreException(MapMessages.NULL_INDEX_KEY.text(index.name(), map));
        }
        if (out.size() - first > 1) {
            List<Entry> own = out.subList(first, out.size());
            Set<Entry> distinct = new LinkedHashSet<>(own);
            own.clear();
            out.addAll(distinct);
        }
    }

    /** Adds the entry of one member of a set; only for an index on members. */
    @SuppressWarnings("unchecked") // the values of the map are sets of such members
    public void entryOfMember(String map, K key, Object member, KeyBuffer primaryKey, List<Entry> out) {
        MemberIndex<K, Object, I> members = (MemberIndex<K, Object, I>) (MapIndex<K, ?, I>) index;
        @Nullable I indexKey = members.keyOf(key, member);
        if (indexKey != null && !(index.isNullable() && isIncomplete(indexKey))) {
            KeyBuffer content = new KeyBuffer(32).put(primaryKey);
            members.members().encode(content, member);
            out.add(entry(map, indexKey, checked(map, content)));
        } else if (!index.isNullable()) {
            throw new StoreException(MapMessages.NULL_INDEX_KEY.text(index.name(), map));
        }
    }

    private Entry entry(String map, I key, KeyBuffer content) {
        KeyBuffer indexKey = new KeyBuffer(32);
        index.type().encode(indexKey, key);
        if (indexKey.length() + KeyPrefix.LENGTH > KeyType.LIMIT) {
            throw new StoreException(MapMessages.KEY_TOO_LONG.text(
                    indexKey.length(), "index " + index.name() + " of map", map, KeyType.LIMIT - KeyPrefix.LENGTH));
        }
        return new Entry(index.name(), number, index.isUnique(), indexKey, content);
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
        return checked(map, content);
    }

    private KeyBuffer checked(String map, KeyBuffer content) {
        if (content.length() > KeyType.LIMIT) {
            throw new StoreException(
                    MapMessages.COVERED_TOO_LONG.text(content.length(), index.name(), map, KeyType.LIMIT));
        }
        return content;
    }
}
