package dev.dormouse.lmdb.internal.environment;

import dev.dormouse.lmdb.internal.binding.NativeEnvironment;
import dev.dormouse.lmdb.internal.binding.NativeException;
import dev.dormouse.lmdb.internal.binding.NativeOptions;
import dev.dormouse.lmdb.internal.failure.LmdbMessages;
import dev.dormouse.lmdb.internal.failure.NativeFailures;
import dev.dormouse.lmdb.internal.file.DataFile;
import dev.dormouse.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One open LMDB environment, shared by all its users in this JVM. It closes when the last user has given it back and the last snapshot has come back, never
 * under somebody's feet.
 */
public final class Environment implements AutoCloseable {

    private static final int OTHER_MAPS = 8;
    private static final long SMALLEST_MAP = 1L << 26;

    /** How often places of readers are looked for whose process has died: they would keep the file from reusing space. */
    private static final long DEAD_READERS_NANOS = 10_000_000_000L;

    private final EnvironmentOptions options;
    private final String identity;
    private final NativeEnvironment env;
    private final @Nullable ProcessLock lock;
    private final Readers readers = new Readers(this);
    private final @Nullable PeriodicSync sync;
    private final WriteFaults faults = new WriteFaults();
    private final AtomicInteger users = new AtomicInteger(1);
    private final AtomicInteger writers = new AtomicInteger();
    private volatile boolean leaving;
    private volatile boolean closed;
    private volatile long newest;
    private long mapSize;
    private long deadReadersCleared = System.nanoTime();
    private @Nullable AutoCloseable attachment;

    private Environment(
            EnvironmentOptions options, String identity, NativeEnvironment env, @Nullable ProcessLock lock) {
        this.options = options;
        this.identity = identity;
        this.env = env;
        this.lock = lock;
        this.newest = env.lastTransaction();
        this.mapSize = env.mapSize();
        this.sync = options.durability() == Durability.INTERVAL && !options.readOnly() ? new PeriodicSync(this) : null;
    }

    /** Opens the environment of a folder, or joins the one that is open in this JVM. */
    public static Environment open(EnvironmentOptions options) {
        return EnvironmentRegistry.acquire(options);
    }

    /**
     * Does work on the files of a folder while no environment of this JVM has it open, and no other process for writing.
     *
     * @throws StoreException if it is open, or there is no store
     */
    public static <T> T whileClosed(Path folder, Supplier<T> work) {
        return EnvironmentRegistry.whileClosed(folder, work);
    }

    /** Deletes the files of an environment that nobody has open. */
    public static void scratch(Path folder) {
        EnvironmentRegistry.scratch(folder);
    }

    static Environment openNative(EnvironmentOptions options, String identity) {
        Path folder = options.folder();
        if (!options.readOnly()) {
            checkWritable(folder);
            Path file = folder.resolve(DataFile.FILE);
            if (Files.exists(file)) {
                checkWritable(file);
            }
        }
        ProcessLock lock = options.readOnly() ? null : ProcessLock.acquire(folder);
        try {
            DataFile.check(folder, !options.readOnly());
            Environment environment = new Environment(options, identity, create(options), lock);
            environment.env.clearDeadReaders();
            if (environment.sync != null) {
                environment.sync.start();
            }
            return environment;
        } catch (RuntimeException | Error e) {
            if (lock != null) {
                lock.close();
            }
            throw e;
        }
    }

    private static void checkWritable(Path path) {
        if (!Files.isWritable(path)) {
            throw new StoreException(LmdbMessages.NOT_WRITABLE.text(path));
        }
    }

    /** Reserves as much address space as is asked for, or as the operating system grants. */
    private static NativeEnvironment create(EnvironmentOptions options) {
        NativeOptions wanted = new NativeOptions(
                options.mapSize(),
                2 * options.maximalTables() + OTHER_MAPS,
                options.maximalReaders(),
                options.readOnly(),
                options.durability() == Durability.COMMIT,
                options.writeMap(),
                options.noLock());
        while (true) {
            try {
                return NativeEnvironment.open(options.folder(), wanted);
            } catch (NativeException e) {
                if (wanted.mapSize() <= SMALLEST_MAP || e.kind() != NativeException.Kind.NO_MEMORY) {
                    throw NativeFailures.mapped(e, options.folder());
                }
                wanted = wanted.half();
            }
        }
    }

    public EnvironmentOptions options() {
        return options;
    }

    /** Returns the native environment, for the rooms of this module that open maps and write. */
    public NativeEnvironment env() {
        return env;
    }

    public Readers readers() {
        return readers;
    }

    /** Returns how to let writes fail. */
    public WriteFaults faults() {
        return faults;
    }

    String identity() {
        return identity;
    }

    /** Returns LMDB's number of the last commit of this process. */
    public long newest() {
        return newest;
    }

    /** Makes a commit known to the periodic flush and to the readers. */
    public void committed(long transaction) {
        newest = transaction;
        readers.forgetOlder();
    }

    /**
     * Makes the map larger, at least twice.
     *
     * @param waiting the threads whose commits wait for it
     * @throws StoreException if it is at its maximum, or a snapshot stays open
     */
    public void grow(Collection<Thread> waiting) {
        long larger = Math.min(mapSize * 2, options.maximalMapSize());
        if (larger <= mapSize) {
            throw new StoreException(LmdbMessages.MAP_FULL.text(mapSize));
        }
        readers.atRest(options.growthTimeout(), waiting, () -> resize(larger));
    }

    /** Follows a map that the writing process made larger. */
    void adoptGrownMap() {
        readers.atRest(options.growthTimeout(), List.of(Thread.currentThread()), () -> resize(0));
    }

    private void resize(long size) {
        try {
            env.resize(size);
            mapSize = env.mapSize();
        } catch (NativeException e) {
            throw NativeFailures.mapped(e, options.folder());
        }
    }

    /** Returns what all users of this environment share above it, made by the first; it is closed before the environment. */
    public synchronized <T extends AutoCloseable> T attached(Class<T> type, Supplier<T> maker) {
        AutoCloseable present = attachment;
        if (present == null) {
            present = maker.get();
            attachment = present;
        }
        return type.cast(present);
    }

    /** Does what is due from time to time, after commits; one thread at a time calls it. */
    public void sweep() {
        readers.sweep();
        if (System.nanoTime() - deadReadersCleared > DEAD_READERS_NANOS) {
            deadReadersCleared = System.nanoTime();
            env.clearDeadReaders();
        }
    }

    /** Flushes what was committed without flushing. */
    public void flush() {
        env.flush();
    }

    /** Tells whether LMDB refuses to go on because it could not write its root page. */
    public boolean hasStopped() {
        try (Lease lease = readers.lease("test")) {
            lease.renew();
            return false;
        } catch (StoreException e) {
            return e.getCause() instanceof NativeException cause && cause.kind() == NativeException.Kind.STOPPED;
        }
    }

    void checkOpen() {
        if (closed) {
            throw new StoreException(LmdbMessages.CLOSED.text(options.folder()));
        }
    }

    public boolean isClosed() {
        return closed;
    }

    void addUser() {
        users.incrementAndGet();
        leaving = false;
    }

    /** Gives the environment back. Each user calls it once. */
    @Override
    public void close() {
        if (users.decrementAndGet() == 0) {
            leaving = true;
            closeIfUnused();
        }
    }

    /** Keeps the environment open while a thread writes; {@link #endWriting} must follow. */
    public void beginWriting() {
        writers.incrementAndGet();
        if (closed) {
            writers.decrementAndGet();
            checkOpen();
        }
    }

    /** Says that a thread no longer writes. */
    public void endWriting() {
        writers.decrementAndGet();
        readerReleased();
    }

    void readerReleased() {
        if (leaving) {
            closeIfUnused();
        }
    }

    private void closeIfUnused() {
        EnvironmentRegistry.closeIf(
                this,
                () -> !closed && users.get() == 0 && writers.get() == 0 && readers.busy() == 0,
                this::closeNative);
    }

    private void closeNative() {
        closed = true;
        // Whoever came in just before is let out first.
        while (writers.get() > 0 || readers.busy() > 0) {
            Thread.onSpinWait();
        }
        try {
            closeAttached();
            if (sync != null) {
                sync.stop();
            }
            readers.close();
            if (options.durability() != Durability.COMMIT && !options.readOnly()) {
                env.flush();
            }
        } finally {
            env.close();
            if (lock != null) {
                lock.close();
            }
        }
    }

    private synchronized void closeAttached() {
        AutoCloseable present = attachment;
        if (present != null) {
            try {
                present.close();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new StoreException(LmdbMessages.INPUT_OUTPUT.text(options.folder()), e);
            }
        }
    }
}
