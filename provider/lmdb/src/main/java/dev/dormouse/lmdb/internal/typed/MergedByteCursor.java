package dev.dormouse.lmdb.internal.typed;

import dev.dormouse.lmdb.internal.map.KeyPrefix;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyRange;
import java.util.Arrays;
import java.util.NavigableMap;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/** Walks what is stored with the changes of a buffered transaction over it, which may go on changing. */
final class MergedByteCursor implements ByteCursor {

    /** The changes, each at a place that is ordered as what is stored. */
    interface Own {

        /** Returns the place of what the cursor of the stored is at. */
        byte[] place(ByteCursor stored);

        /** Returns the next place behind another one, or behind the edge of a range. */
        byte @Nullable [] next(byte @Nullable [] last, KeyRange range, boolean reverse);

        /** Tells whether there is something at a place. */
        boolean isPresent(byte[] place);

        byte[] key(byte[] place);

        byte[] value(byte[] place);
    }

    private final ByteCursor stored;
    private final Own own;
    private final KeyRange range;
    private final boolean reverse;
    private final KeyBuffer key = new KeyBuffer(32);
    private final UnsafeBuffer value = new UnsafeBuffer(0, 0);
    private byte @Nullable [] storedPlace;
    private boolean storedRead;
    private byte @Nullable [] last;
    private boolean closed;

    MergedByteCursor(ByteCursor stored, Own own, KeyRange range, boolean reverse) {
        this.stored = stored;
        this.own = own;
        this.range = range;
        this.reverse = reverse;
    }

    @Override
    public boolean next() {
        while (!closed) {
            if (!storedRead) {
                storedPlace = stored.next() ? own.place(stored) : null;
                storedRead = true;
            }
            byte[] theirs = storedPlace;
            byte[] mine = own.next(last, range, reverse);
            if (theirs == null && mine == null) {
                close();
                return false;
            }
            int order = order(theirs, mine);
            if (order <= 0) {
                storedRead = false;
            }
            if (order < 0 && theirs != null) {
                last = theirs;
                key.clear().put(stored.key());
                value.wrap(stored.value());
                return true;
            }
            last = mine;
            if (mine != null && own.isPresent(mine)) {
                key.clear().put(own.key(mine));
                value.wrap(own.value(mine));
                return true;
            }
        }
        return false;
    }

    private int order(byte @Nullable [] theirs, byte @Nullable [] mine) {
        if (theirs == null) {
            return 1;
        }
        if (mine == null) {
            return -1;
        }
        int order = Arrays.compareUnsigned(theirs, mine);
        return reverse ? -order : order;
    }

    @Override
    public KeyBuffer key() {
        return key;
    }

    @Override
    public DirectBuffer value() {
        return value;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            stored.close();
        }
    }

    private static <T> byte @Nullable [] behind(
            NavigableMap<byte[], T> all, byte @Nullable [] last, KeyRange range, boolean reverse) {
        byte[] place;
        if (last != null) {
            place = reverse ? all.lowerKey(last) : all.higherKey(last);
        } else if (reverse) {
            byte[] upper = range.upper();
            place = upper == null ? (all.isEmpty() ? null : all.lastKey()) : all.lowerKey(upper);
        } else {
            byte[] lower = range.lower();
            place = lower == null ? (all.isEmpty() ? null : all.firstKey()) : all.ceilingKey(lower);
        }
        return place != null && range.contains(place) ? place : null;
    }

    /**
     * Changes of rows; their place is the key.
     *
     * @param rows by key
     */
    record OwnRows(NavigableMap<byte[], Overlay.Row> rows) implements Own {

        @Override
        public byte[] place(ByteCursor stored) {
            return stored.key().toBytes();
        }

        @Override
        public byte @Nullable [] next(byte @Nullable [] last, KeyRange range, boolean reverse) {
            return range.isEmpty() ? null : behind(rows, last, range, reverse);
        }

        private Overlay.@Nullable Row row(byte[] place) {
            return rows.get(place);
        }

        @Override
        public boolean isPresent(byte[] place) {
            Overlay.Row row = row(place);
            return row != null && row.value() != null;
        }

        @Override
        public byte[] key(byte[] place) {
            return place;
        }

        @Override
        public byte[] value(byte[] place) {
            Overlay.Row row = row(place);
            byte[] bytes = row == null ? null : row.value();
            if (bytes == null) {
                throw new AssertionError("no row");
            }
            return bytes;
        }
    }

    /**
     * Changes of the entries of one index; their place is number, key and value.
     *
     * @param entries by place
     * @param index the number
     */
    record OwnEntries(NavigableMap<byte[], Overlay.Entry> entries, int index) implements Own {

        @Override
        public byte[] place(ByteCursor stored) {
            KeyBuffer place = new KeyBuffer().put(KeyPrefix.of(index)).put(stored.key());
            return place.put(BufferedTransaction.bytes(stored.value())).toBytes();
        }

        @Override
        public byte @Nullable [] next(byte @Nullable [] last, KeyRange range, boolean reverse) {
            byte[] prefix = KeyPrefix.of(index);
            byte[] upper = range.upper();
            KeyRange whole = KeyRange.of(
                    range.lower() == null ? prefix : joined(prefix, range.lower()),
                    upper == null ? KeyRange.successor(prefix) : joined(prefix, upper));
            return range.isEmpty() ? null : behind(entries, last, whole, reverse);
        }

        private static byte[] joined(byte[] prefix, byte[] rest) {
            return new KeyBuffer().put(prefix).put(rest).toBytes();
        }

        private Overlay.Entry entry(byte[] place) {
            Overlay.Entry entry = entries.get(place);
            if (entry == null) {
                throw new AssertionError("no entry");
            }
            return entry;
        }

        @Override
        public boolean isPresent(byte[] place) {
            return entry(place).present();
        }

        @Override
        public byte[] key(byte[] place) {
            return entry(place).key();
        }

        @Override
        public byte[] value(byte[] place) {
            return entry(place).value();
        }
    }
}
