package dev.dormouse.lmdb.internal.environment;

import dev.dormouse.lmdb.internal.failure.LmdbMessages;
import dev.dormouse.store.StoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second process from writing, by a lock on {@code dormouse.lock}. The registry makes sure that this JVM opens the file once: closing any
 * channel to it would drop the lock.
 */
final class ProcessLock implements AutoCloseable {

    static final String FILE = "dormouse.lock";

    private final FileChannel channel;

    private ProcessLock(FileChannel channel) {
        this.channel = channel;
    }

    static ProcessLock acquire(Path folder) {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new ProcessLock(channel);
            }
        } catch (OverlappingFileLockException e) {
            throw closed(channel, new StoreException(LmdbMessages.OTHER_CLASS_LOADER.text(folder), e));
        } catch (IOException e) {
            throw closed(channel, new StoreException(LmdbMessages.NOT_WRITABLE.text(folder), e));
        }
        throw closed(channel, new StoreException(LmdbMessages.OTHER_PROCESS.text(folder)));
    }

    /** Does work while this lock is held. */
    <T> T during(Supplier<T> work) {
        if (!channel.isOpen()) {
            throw new AssertionError("the lock was given back");
        }
        return work.get();
    }

    private static StoreException closed(@Nullable FileChannel channel, StoreException failure) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }
        return failure;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StoreException(LmdbMessages.INPUT_OUTPUT.text(FILE), e);
        }
    }
}
