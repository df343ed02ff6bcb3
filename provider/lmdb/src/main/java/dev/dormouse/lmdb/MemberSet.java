package dev.dormouse.lmdb;

import dev.dormouse.lmdb.internal.typed.ByteCursor;
import dev.dormouse.lmdb.internal.typed.ByteMap;
import dev.dormouse.store.record.KeyBuffer;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The set of one row of a map of sets, as it is stored: each call reads or writes the members that it is about, and no others. Adding the first member makes the row; removing the last one leaves an empty
 * set. Its iterator walks the members in the order of their keys and ends with the transaction. Belongs to the transaction of the map.
 *
 * @param <M> the class of the members
 */
public final class MemberSet<M> extends AbstractSet<M> {

    private final LmdbTransaction transaction;
    private final ByteMap map;
    private final SetRows<M> rows;
    private final KeyBuffer key;
    private final Row<M> row;

    /** The row of the set. */
    interface Row<M> {

        /** Returns what the change of a member does to the indexes; fails if it may not be. */
        EntryChanges changes(M member, boolean added);

        /** Returns what tells those who watch of a change, to be called after it. */
        Runnable told();
    }

    MemberSet(LmdbTransaction transaction, ByteMap map, SetRows<M> rows, KeyBuffer key, Row<M> row) {
        this.transaction = transaction;
        this.map = map;
        this.rows = rows;
        this.key = key;
        this.row = row;
    }

    @Override
    public boolean add(M member) {
        transaction.checkWritable(map);
        KeyBuffer bytes = rows.encoded(member);
        if (transaction.bytes().hasEntry(map, ByteMap.MEMBERS, key, bytes)) {
            return false;
        }
        EntryChanges changes = row.changes(member, true);
        Runnable told = row.told();
        if (transaction.bytes().get(map, key) == null) {
            transaction.put(map, key, rows.empty());
        } else {
            transaction.bytes().depend(map, key);
        }
        transaction.addEntry(map, ByteMap.MEMBERS, false, key, bytes);
        changes.write();
        told.run();
        return true;
    }

    @Override
    @SuppressWarnings("unchecked") // as in every collection: a wrong class is a ClassCastException
    public boolean remove(Object member) {
        transaction.checkWritable(map);
        KeyBuffer bytes = rows.encoded((M) member);
        if (!transaction.bytes().hasEntry(map, ByteMap.MEMBERS, key, bytes)) {
            return false;
        }
        EntryChanges changes = row.changes((M) member, false);
        Runnable told = row.told();
        transaction.deleteEntry(map, ByteMap.MEMBERS, key, bytes);
        changes.write();
        told.run();
        return true;
    }

    @Override
    @SuppressWarnings("unchecked") // as in every collection: a wrong class is a ClassCastException
    public boolean contains(Object member) {
        transaction.check(map);
        return transaction.bytes().hasEntry(map, ByteMap.MEMBERS, key, rows.encoded((M) member));
    }

    @Override
    public int size() {
        transaction.check(map);
        int count = 0;
        try (ByteCursor cursor = rows.cursor(key)) {
            while (cursor.next()) {
                count++;
            }
        }
        return count;
    }

    @Override
    public boolean isEmpty() {
        transaction.check(map);
        try (ByteCursor cursor = rows.cursor(key)) {
            return !cursor.next();
        }
    }

    @Override
    public void clear() {
        List<M> all = new ArrayList<>(this);
        all.forEach(this::remove);
    }

    @Override
    public Iterator<M> iterator() {
        transaction.check(map);
        return new Members(new MapCursor(transaction, map, rows.cursor(key), Long.MAX_VALUE));
    }

    private final class Members implements Iterator<M> {

        private final MapCursor cursor;
        private final KeyBuffer bytes = new KeyBuffer();
        private boolean read;
        private boolean found;

        Members(MapCursor cursor) {
            this.cursor = cursor;
        }

        @Override
        public boolean hasNext() {
            if (!read) {
                read = true;
                found = cursor.next();
            }
            return found;
        }

        @Override
        public M next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            read = false;
            return rows.member(bytes, cursor.value());
        }
    }
}
