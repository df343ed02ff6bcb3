package dev.dormouse.benchmarks.maps;

import dev.dormouse.lmdb.value.ValueBuffer;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.agrona.DirectBuffer;
import org.lmdbjava.Cursor;
import org.lmdbjava.Dbi;
import org.lmdbjava.GetOp;
import org.lmdbjava.PutFlags;
import org.lmdbjava.SeekOp;
import org.lmdbjava.Txn;

/** What a user of lmdbjava writes for the same. The reading transaction is used again, as one does. For one thread. */
final class HandSide implements MapSide {

    private static final int SESSION = 9;

    private final HandStore store;
    private final Txn<DirectBuffer> reader;

    HandSide(Path folder, boolean durable) {
        store = new HandStore(folder, durable);
        reader = store.env.txnRead();
        reader.reset();
    }

    private long read(ToLongFunction<Txn<DirectBuffer>> work) {
        reader.renew();
        try {
            return work.applyAsLong(reader);
        } finally {
            reader.reset();
        }
    }

    private void write(Consumer<Txn<DirectBuffer>> work) {
        try (Txn<DirectBuffer> txn = store.env.txnWrite()) {
            work.accept(txn);
            txn.commit();
        }
    }

    @Override
    public void put(long first, String[] texts) {
        write(txn -> {
            for (int i = 0; i < texts.length; i++) {
                store.texts.put(txn, store.key(first + i), store.value(texts[i]));
            }
        });
    }

    @Override
    public void putIndexed(long first, String[] texts) {
        write(txn -> {
            for (int i = 0; i < texts.length; i++) {
                putIndexed(txn, first + i, texts[i]);
            }
        });
    }

    private void putIndexed(Txn<DirectBuffer> txn, long id, String text) {
        String group = MapRows.group(text);
        DirectBuffer present = store.indexed.get(txn, store.key(id));
        String before = present == null ? "" : MapRows.group(HandStore.text(present));
        store.indexed.put(txn, store.key(id), store.value(text));
        if (!before.equals(group)) {
            if (!before.isEmpty()) {
                store.indexEntries.delete(txn, store.key(before), store.entry(id));
            }
            store.indexEntries.put(txn, store.key(group), store.entry(id), PutFlags.MDB_NODUPDATA);
        }
    }

    @Override
    public long get(long[] ids) {
        return read(txn -> {
            long sum = 0;
            for (long id : ids) {
                sum += MapRows.checksum(HandStore.text(store.texts.get(txn, store.key(id))));
            }
            return sum;
        });
    }

    @Override
    public long getEach(long[] ids) {
        long sum = 0;
        for (long id : ids) {
            sum += read(txn -> MapRows.checksum(HandStore.text(store.texts.get(txn, store.key(id)))));
        }
        return sum;
    }

    @Override
    public long range(long from, long to) {
        return read(txn -> {
            long sum = 0;
            try (Cursor<DirectBuffer> cursor = store.texts.openCursor(txn)) {
                for (boolean found = cursor.get(store.key(from), GetOp.MDB_SET_RANGE);
                        found && HandStore.id(cursor.key()) < to;
                        found = cursor.seek(SeekOp.MDB_NEXT)) {
                    sum += MapRows.checksum(HandStore.text(cursor.val()));
                }
            }
            return sum;
        });
    }

    @Override
    public long byGroup(String group) {
        return read(txn -> {
            long sum = 0;
            try (Cursor<DirectBuffer> cursor = store.indexEntries.openCursor(txn)) {
                for (boolean found = cursor.get(store.key(group), GetOp.MDB_SET_KEY);
                        found;
                        found = cursor.seek(SeekOp.MDB_NEXT_DUP)) {
                    sum += MapRows.checksum(HandStore.text(store.indexed.get(txn, cursor.val())));
                }
            }
            return sum;
        });
    }

    @Override
    public void putBytes(byte[][] keys, int from, int count) {
        write(txn -> {
            for (int i = from; i < from + count; i++) {
                store.bytes.put(txn, store.key(keys[i]), store.value(MapRows.BYTES));
            }
        });
    }

    @Override
    public long getBytes(byte[][] keys, int from, int count) {
        return read(txn -> {
            long sum = 0;
            for (int i = from; i < from + count; i++) {
                sum += MapRows.checksum(HandStore.bytes(store.bytes.get(txn, store.key(keys[i]))));
            }
            return sum;
        });
    }

    @Override
    public long walkBytes() {
        return read(txn -> walk(txn, store.bytes));
    }

    private static long walk(Txn<DirectBuffer> txn, Dbi<DirectBuffer> map) {
        long sum = 0;
        try (Cursor<DirectBuffer> cursor = map.openCursor(txn)) {
            for (boolean found = cursor.first(); found; found = cursor.next()) {
                sum += MapRows.checksum(HandStore.bytes(cursor.val()));
            }
        }
        return sum;
    }

    @Override
    public void putCookies(long first, Cookie[] cookies) {
        ValueBuffer encoded = new ValueBuffer();
        write(txn -> {
            for (int i = 0; i < cookies.length; i++) {
                TypedSide.COOKIES.encode(encoded.clear(), cookies[i]);
                store.cookies.put(txn, store.key(first + i), store.value(encoded.array(), encoded.length()));
            }
        });
    }

    @Override
    public long oneFieldOfCookies(long[] ids) {
        return read(txn -> {
            long sum = 0;
            for (long id : ids) {
                sum += HandStore.field(store.cookies.get(txn, store.key(id)), SESSION);
            }
            return sum;
        });
    }

    @Override
    public void close() {
        reader.close();
        store.close();
    }
}
