package dev.dormouse.lmdb;

import dev.dormouse.lmdb.internal.failure.MapMessages;
import dev.dormouse.lmdb.internal.map.KeyPrefix;
import dev.dormouse.lmdb.internal.open.OpenedMap;
import dev.dormouse.lmdb.internal.typed.ByteCursor;
import dev.dormouse.lmdb.internal.typed.ByteMap;
import dev.dormouse.lmdb.key.KeyType;
import dev.dormouse.lmdb.value.SetType;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyDecoder;
import dev.dormouse.store.record.KeyRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.agrona.DirectBuffer;

/** Sets: the row says that there is one, each member is an entry under the row's key. */
final class SetRows<M> implements RowForm<Set<M>> {

    private final LmdbTransaction transaction;
    private final OpenedMap<?, ?> map;
    private final KeyType<M> members;

    SetRows(LmdbTransaction transaction, OpenedMap<?, ?> map, SetType<M> type) {
        this.transaction = transaction;
        this.map = map;
        this.members = type.members();
    }

    @Override
    public Set<M> read(KeyBuffer key, DirectBuffer stored) {
        Set<M> all = new LinkedHashSet<>();
        KeyBuffer bytes = new KeyBuffer();
        try (ByteCursor cursor = cursor(key)) {
            while (cursor.next()) {
                all.add(member(bytes, cursor.value()));
            }
        }
        return Collections.unmodifiableSet(all);
    }

    ByteCursor cursor(KeyBuffer key) {
        return transaction.bytes().entries(map.bytes(), ByteMap.MEMBERS, KeyRange.startingWith(key.toBytes()), false);
    }

    M member(KeyBuffer bytes, DirectBuffer stored) {
        int length = stored.capacity();
        int at = bytes.clear().reserve(length);
        stored.getBytes(0, bytes.array(), at, length);
        return members.decode(new KeyDecoder(bytes.array(), 0, length));
    }

    /** Returns the bytes of a member, or refuses it. */
    KeyBuffer encoded(M member) {
        KeyBuffer bytes = new KeyBuffer();
        members.encode(bytes, member);
        if (bytes.length() > KeyType.LIMIT) {
            throw new StoreException(MapMessages.KEY_TOO_LONG.text(
                    bytes.length(), "a member of a set of map", map.name(), KeyType.LIMIT));
        }
        return bytes;
    }

    @Override
    public DirectBuffer encode(Set<M> value) {
        value.forEach(this::encoded);
        return empty();
    }

    /** Returns the bytes of a row. */
    DirectBuffer empty() {
        return map.records().encode(new byte[0], 0, transaction.encoded());
    }

    @Override
    public void written(KeyBuffer key, Set<M> value) {
        removed(key);
        for (M member : value) {
            transaction.addEntry(map.bytes(), ByteMap.MEMBERS, false, key, encoded(member));
        }
    }

    @Override
    public void removed(KeyBuffer key) {
        List<KeyBuffer> all = new ArrayList<>();
        try (ByteCursor cursor = cursor(key)) {
            while (cursor.next()) {
                DirectBuffer stored = cursor.value();
                byte[] bytes = new byte[stored.capacity()];
                stored.getBytes(0, bytes);
                all.add(KeyBuffer.of(bytes));
            }
        }
        all.forEach(member -> transaction.deleteEntry(map.bytes(), ByteMap.MEMBERS, key, member));
    }

    @Override
    public int longestKey() {
        return KeyType.LIMIT - KeyPrefix.LENGTH;
    }
}
