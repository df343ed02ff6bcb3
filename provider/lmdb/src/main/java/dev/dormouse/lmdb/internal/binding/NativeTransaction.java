package dev.dormouse.lmdb.internal.binding;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.DirectBuffer;
import org.lmdbjava.Cursor;
import org.lmdbjava.Dbi;
import org.lmdbjava.DbiFlags;
import org.lmdbjava.Env;
import org.lmdbjava.Txn;

/** A transaction of LMDB. */
public final class NativeTransaction implements AutoCloseable {

    private final Env<DirectBuffer> env;
    private final Txn<DirectBuffer> txn;
    private final AtomicLong commits;
    private boolean reset;

    NativeTransaction(Env<DirectBuffer> env, Txn<DirectBuffer> txn, AtomicLong commits) {
        this.env = env;
        this.txn = txn;
        this.commits = commits;
    }

    Txn<DirectBuffer> txn() {
        return txn;
    }

    /** Returns its number; that of a reading one is the number of the last commit that it sees. */
    public long id() {
        return txn.getId();
    }

    /**
     * Opens a map, which stays open for the environment if this transaction commits.
     *
     * @param create whether to make it where it is not there
     * @param sorted whether a key may have several values, in order
     */
    public NativeMap map(String name, boolean create, boolean sorted) {
        List<DbiFlags> flags = new ArrayList<>();
        if (create) {
            flags.add(DbiFlags.MDB_CREATE);
        }
        if (sorted) {
            flags.add(DbiFlags.MDB_DUPSORT);
        }
        try {
            byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
            return new NativeMap(env.openDbi(txn, bytes, null, false, flags.toArray(DbiFlags[]::new)));
        } catch (RuntimeException e) {
            throw NativeException.of(e);
        }
    }

    /** Returns the names of all maps; what else stands among them appears as a name, too. */
    public List<String> mapNames() {
        List<String> names = new ArrayList<>();
        try {
            Dbi<DirectBuffer> main = env.openDbi(txn, null, null, false);
            try (Cursor<DirectBuffer> cursor = main.openCursor(txn)) {
                for (boolean found = cursor.first(); found; found = cursor.next()) {
                    DirectBuffer key = cursor.key();
                    names.add(key.getStringWithoutLengthUtf8(0, key.capacity()));
                }
            }
        } catch (RuntimeException e) {
            throw NativeException.of(e);
        }
        return names;
    }

    /** Commits; after a failure it has ended without effect, unless LMDB has stopped. */
    public void commit() {
        try {
            txn.commit();
        } catch (RuntimeException e) {
            throw NativeException.of(e);
        } finally {
            commits.incrementAndGet();
        }
    }

    /** Begins a transaction inside of this writing one, which rests until the inner one has ended. */
    public NativeTransaction nested() {
        try {
            return new NativeTransaction(env, env.txn(txn), commits);
        } catch (RuntimeException e) {
            throw NativeException.of(e);
        }
    }

    /** Returns how the pages of the map of all maps are used. */
    public NativeStatistics mainStatistics() {
        try {
            return NativeStatistics.of(env.openDbi(txn, null, null, false).stat(txn));
        } catch (RuntimeException e) {
            throw NativeException.of(e);
        }
    }

    /** Gives up the snapshot of a reading transaction, but not its place among the readers. */
    public void reset() {
        if (!reset) {
            reset = true;
            txn.reset();
        }
    }

    /** Takes the newest snapshot in place of the one before. */
    public void renew() {
        reset();
        try {
            txn.renew();
            reset = false;
        } catch (RuntimeException e) {
            // The native transaction has ended; only the binding does not know that it is reset.
            txn.reset();
            throw NativeException.of(e);
        }
    }

    /** Ends it without effect, unless it was committed. */
    @Override
    public void close() {
        if (reset) {
            // The binding forgets a reset transaction without ending it.
            renew();
        }
        txn.close();
    }
}
