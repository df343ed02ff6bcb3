package dev.dormouse.lmdb.internal.binding;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.DirectBuffer;
import org.lmdbjava.CopyFlags;
import org.lmdbjava.DirectBufferProxy;
import org.lmdbjava.Env;
import org.lmdbjava.EnvFlags;

/** An open environment. */
public final class NativeEnvironment implements AutoCloseable {

    private final Env<DirectBuffer> env;
    private final AtomicLong commits = new AtomicLong();

    private NativeEnvironment(Env<DirectBuffer> env) {
        this.env = env;
    }

    /** Opens the environment of a folder; readers are not bound to threads. */
    public static NativeEnvironment open(Path folder, NativeOptions options) {
        List<EnvFlags> flags = new ArrayList<>(List.of(EnvFlags.MDB_NOTLS));
        if (options.readOnly()) {
            flags.add(EnvFlags.MDB_RDONLY_ENV);
        }
        if (!options.flushes()) {
            flags.add(EnvFlags.MDB_NOSYNC);
        }
        if (options.writeMap()) {
            flags.add(EnvFlags.MDB_WRITEMAP);
        }
        if (options.noLock()) {
            flags.add(EnvFlags.MDB_NOLOCK);
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // The binding looks for its library through the context class loader, which may know nothing of it.
        thread.setContextClassLoader(Env.class.getClassLoader());
        try {
            return new NativeEnvironment(Env.create(DirectBufferProxy.PROXY_DB)
                    .setMapSize(options.mapSize())
                    .setMaxDbs(options.maps())
                    .setMaxReaders(options.readers())
                    .open(folder.toFile(), flags.toArray(EnvFlags[]::new)));
        } catch (RuntimeException e) {
            throw NativeException.of(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Begins a transaction that reads. */
    public NativeTransaction read() {
        try {
            return new NativeTransaction(env, env.txnRead(), commits);
        } catch (RuntimeException e) {
            throw NativeException.of(e);
        }
    }

    /** Begins the transaction that writes, on this thread until its end. */
    public NativeTransaction write() {
        try {
            return new NativeTransaction(env, env.txnWrite(), commits);
        } catch (RuntimeException e) {
            throw NativeException.of(e);
        }
    }

    /**
     * Returns how many transactions of this process have tried to commit, those that only opened maps among them. As long as it stays the same, a snapshot is the
     * newest state that anybody was told of, unless another process writes.
     */
    public long commits() {
        return commits.get();
    }

    /** Returns the number of the last committed transaction. */
    public long lastTransaction() {
        return env.info().lastTransactionId;
    }

    /** Returns the size of the map in bytes. */
    public long mapSize() {
        return env.info().mapSize;
    }

    /** Returns how many pages the file reaches to. */
    public long pages() {
        return env.info().lastPageNumber + 1;
    }

    /** Returns how many places of readers are taken, by any process. */
    public int readers() {
        return env.info().numReaders;
    }

    /** Copies the newest state to an empty folder, without hindering anybody; compacted if free pages are to be left out. */
    public void copy(Path folder, boolean compacted) {
        try {
            env.copy(folder.toFile(), compacted ? new CopyFlags[] {CopyFlags.MDB_CP_COMPACT} : new CopyFlags[0]);
        } catch (RuntimeException e) {
            throw NativeException.of(e);
        }
    }

    /** Changes the size of the map, 0 for what another process made it. No transaction may be open in this process, which LMDB does not check. */
    public void resize(long size) {
        try {
            env.setMapSize(size);
        } catch (RuntimeException e) {
            throw NativeException.of(e);
        }
    }

    /** Gives the disk what was committed without waiting for it. */
    public void flush() {
        try {
            env.sync(true);
        } catch (RuntimeException e) {
            throw NativeException.of(e);
        }
    }

    /** Frees the places of readers whose process has died, and returns how many there were. */
    public int clearDeadReaders() {
        try {
            return env.readerCheck();
        } catch (RuntimeException e) {
            throw NativeException.of(e);
        }
    }

    /** Closes it. Nothing may be open, which LMDB does not check. */
    @Override
    public void close() {
        env.close();
    }
}
