package dev.dormouse.lmdb.internal.environment;

import dev.dormouse.lmdb.internal.failure.LmdbMessages;
import dev.dormouse.lmdb.internal.failure.MapMessages;
import dev.dormouse.lmdb.internal.file.DataFile;
import dev.dormouse.store.StoreException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The open environments of this class loader by file identity, and the claim on a file against other class loaders of this JVM, which is
 * kept in the system properties because those are all that class loaders share.
 */
final class EnvironmentRegistry {

    private static final String CLAIM = "dormouse.lmdb.open.";
    private static final String DATA = "data.mdb";
    private static final String LOCKS = "lock.mdb";
    private static final Map<String, Environment> OPEN = new HashMap<>();

    private EnvironmentRegistry() {}

    /** Opens an environment, or joins the one that is open; each user gives it back. */
    static synchronized Environment acquire(EnvironmentOptions options) {
        prepareFolder(options);
        String identity = identity(options.folder());
        Environment open = OPEN.get(identity);
        if (open != null) {
            open.options().checkAgree(options);
            open.addUser();
            return open;
        }
        claim(identity, options.folder());
        try {
            Environment opened = Environment.openNative(options, identity);
            OPEN.put(identity, opened);
            return opened;
        } catch (RuntimeException | Error e) {
            System.clearProperty(CLAIM + identity);
            throw e;
        }
    }

    /** Does work on a folder that nobody in this JVM has open or opens meanwhile, and no other process for writing. */
    static <T> T whileClosed(Path folder, Supplier<T> work) {
        if (!Files.isRegularFile(folder.resolve(DataFile.FILE))) {
            throw new StoreException(LmdbMessages.NO_FOLDER.text(folder));
        }
        String identity = identity(folder);
        synchronized (EnvironmentRegistry.class) {
            if (OPEN.containsKey(identity)) {
                throw new StoreException(LmdbMessages.OPEN_HERE.text(folder));
            }
            claim(identity, folder);
        }
        try (ProcessLock lock = ProcessLock.acquire(folder)) {
            return lock.during(work);
        } finally {
            System.clearProperty(CLAIM + identity);
        }
    }

    /** Deletes the files of an environment that nobody has open, in any process. */
    static synchronized void scratch(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        if (OPEN.containsKey(identity(folder))) {
            throw new StoreException(MapMessages.STILL_OPEN.text(folder));
        }
        claim(identity(folder), folder);
        try (ProcessLock lock = ProcessLock.acquire(folder)) {
            lock.during(() -> deleteFiles(folder));
        } finally {
            System.clearProperty(CLAIM + identity(folder));
        }
    }

    private static boolean deleteFiles(Path folder) {
        try {
            for (String file : List.of(DATA, LOCKS, ProcessLock.FILE)) {
                Files.deleteIfExists(folder.resolve(file));
            }
            return true;
        } catch (IOException e) {
            throw new StoreException(LmdbMessages.NOT_WRITABLE.text(folder), e);
        }
    }

    /** Ends an environment and forgets it, if it is unused still. */
    static synchronized void closeIf(Environment environment, BooleanSupplier unused, Runnable end) {
        if (!unused.getAsBoolean()) {
            return;
        }
        try {
            end.run();
        } finally {
            OPEN.remove(environment.identity());
            System.clearProperty(CLAIM + environment.identity());
        }
    }

    private static void claim(String identity, Path folder) {
        String own =
                EnvironmentRegistry.class.getClassLoader() + "#" + System.identityHashCode(EnvironmentRegistry.class);
        Object other = System.getProperties().putIfAbsent(CLAIM + identity, own);
        if (other != null) {
            throw new StoreException(LmdbMessages.OTHER_CLASS_LOADER.text(folder));
        }
    }

    private static void prepareFolder(EnvironmentOptions options) {
        Path folder = options.folder();
        if (options.readOnly()) {
            if (!Files.isRegularFile(folder.resolve(DataFile.FILE))) {
                throw new StoreException(LmdbMessages.NO_FOLDER.text(folder));
            }
            return;
        }
        try {
            Files.createDirectories(folder);
        } catch (FileAlreadyExistsException e) {
            throw new StoreException(LmdbMessages.NOT_A_FOLDER.text(folder), e);
        } catch (IOException e) {
            throw new StoreException(LmdbMessages.NOT_WRITABLE.text(folder), e);
        }
    }

    private static String identity(Path folder) {
        try {
            Object key = Files.readAttributes(folder, BasicFileAttributes.class).fileKey();
            return key != null ? key.toString() : folder.toRealPath().toString();
        } catch (IOException e) {
            throw new StoreException(LmdbMessages.NOT_WRITABLE.text(folder), e);
        }
    }
}
