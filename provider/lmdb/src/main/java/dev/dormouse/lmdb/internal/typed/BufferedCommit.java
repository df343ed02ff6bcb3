package dev.dormouse.lmdb.internal.typed;

import dev.dormouse.lmdb.internal.environment.KeyMemory;
import dev.dormouse.lmdb.internal.environment.WriteTransaction;
import dev.dormouse.lmdb.internal.failure.MapMessages;
import dev.dormouse.lmdb.internal.map.KeyPrefix;
import dev.dormouse.lmdb.internal.map.RangeCursor;
import dev.dormouse.store.ConstraintViolationException;
import dev.dormouse.store.StaleRecordException;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyRange;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Checks the changes of a buffered transaction against the newest state and writes them. Calls no code of the user. */
final class BufferedCommit {

    private final WriteTransaction transaction;
    private final KeyMemory values = new KeyMemory();

    BufferedCommit(WriteTransaction transaction) {
        this.transaction = transaction;
    }

    /** Fails if a row is not what the transaction saw, or a unique key is taken; writes nothing. */
    void check(ByteMap map, Overlay overlay) {
        if (!overlay.definition().indexes().equals(map.definition().indexes())) {
            String name = map.definition().name();
            throw new StaleRecordException(name, Key.of(), MapMessages.INDEXES_CHANGED.text(name));
        }
        overlay.rows().forEach((key, row) -> {
            DirectBuffer stored =
                    transaction.get(map.maps().records(), transaction.keys().of(key, key.length));
            if (!Arrays.equals(stored == null ? null : BufferedTransaction.bytes(stored), row.base())) {
                String name = map.definition().name();
                throw new StaleRecordException(
                        name, Key.of((Object) key), MapMessages.ROW_CHANGED.text(KeyBuffer.of(key), name));
            }
        });
        for (Overlay.Entry entry : overlay.entries().values()) {
            if (entry.unique() && entry.present()) {
                checkUnique(map, overlay, entry);
            }
        }
    }

    private void checkUnique(ByteMap map, Overlay overlay, Overlay.Entry entry) {
        byte[] prefix = KeyPrefix.of(entry.index());
        KeyRange same = KeyRange.startingWith(entry.key());
        try (RangeCursor cursor = new RangeCursor(transaction, map.maps().entries(), prefix, same, false)) {
            while (cursor.next()) {
                byte[] other = BufferedTransaction.bytes(cursor.value());
                KeyBuffer whole = new KeyBuffer().put(prefix).put(entry.key()).put(other);
                Overlay.Entry own = overlay.entries().get(whole.toBytes());
                if (own == null) {
                    throw duplicate(map, entry.index(), KeyBuffer.of(entry.key()));
                }
            }
        }
    }

    static ConstraintViolationException duplicate(ByteMap map, int index, Object key) {
        String name = map.definition().indexes().stream()
                .filter(each -> each.number() == index)
                .findFirst()
                .map(each -> each.name())
                .orElse(Integer.toString(index));
        String mapName = map.definition().name();
        return new ConstraintViolationException(
                ConstraintViolationException.Kind.UNIQUE,
                mapName,
                name,
                MapMessages.DUPLICATE.text(key, name, mapName));
    }

    /** Writes what {@link #check} let pass. */
    void write(ByteMap map, Overlay overlay) {
        overlay.rows().forEach((key, row) -> {
            byte[] value = row.value();
            if (row.isUnchanged()) {
                return;
            }
            DirectBuffer stored = transaction.keys().of(key, key.length);
            if (value == null) {
                transaction.delete(map.maps().records(), stored);
            } else {
                transaction.put(map.maps().records(), stored, direct(value));
            }
        });
        overlay.entries().values().forEach(entry -> write(map, entry, false));
        overlay.entries().values().forEach(entry -> write(map, entry, true));
    }

    private void write(ByteMap map, Overlay.Entry entry, boolean added) {
        if (entry.present() != added) {
            return;
        }
        DirectBuffer key = transaction.keys().of(KeyPrefix.of(entry.index()), KeyBuffer.of(entry.key()));
        DirectBuffer value = values.of(entry.value(), entry.value().length);
        if (added) {
            transaction.add(map.maps().entries(), key, value);
        } else {
            transaction.delete(map.maps().entries(), key, value);
        }
    }

    private static DirectBuffer direct(byte[] value) {
        UnsafeBuffer buffer = new UnsafeBuffer(ByteBuffer.allocateDirect(value.length));
        buffer.putBytes(0, value);
        return buffer;
    }
}
