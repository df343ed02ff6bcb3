package dev.dormouse.lmdb;

import dev.dormouse.lmdb.internal.failure.LmdbMessages;
import dev.dormouse.lmdb.internal.store.LmdbMapStore;
import dev.dormouse.lmdb.internal.store.LmdbStoreProvider;
import dev.dormouse.settings.DormouseSettings;
import dev.dormouse.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a database is opened. All users of a folder in one JVM must agree, persistence units, too. Not thread-safe. */
public final class LmdbDatabaseBuilder {

    private final Map<String, String> settings = new HashMap<>();
    private @Nullable Path folder;
    private boolean temporary;
    private @Nullable Set<PosixFilePermission> permissions;

    LmdbDatabaseBuilder() {}

    /** Opens this folder; it is made where it is not there, unless the database is opened for reading. */
    public LmdbDatabaseBuilder path(Path path) {
        folder = path;
        temporary = false;
        return this;
    }

    /** Opens a new folder for temporary files, which is deleted when the database is closed. */
    public LmdbDatabaseBuilder temporary() {
        temporary = true;
        return this;
    }

    /** Sets how many bytes of data there can be; without it as much as there is address space, 1 TiB. It need not be there on the disk. */
    public LmdbDatabaseBuilder sizeLimit(long bytes) {
        return set(DormouseSettings.LMDB_MAP_SIZE, Long.toString(bytes));
    }

    /** Sets how many bytes there can be at first, and up to how many the database grows by itself. */
    public LmdbDatabaseBuilder sizeLimit(long bytesAtFirst, long bytesAtMost) {
        return sizeLimit(bytesAtFirst).set(DormouseSettings.LMDB_MAX_MAP_SIZE, Long.toString(bytesAtMost));
    }

    /** Opens it for reading only: another process may write meanwhile. */
    public LmdbDatabaseBuilder readOnly() {
        return set(DormouseSettings.LMDB_READ_ONLY, "true");
    }

    /** Sets what a commit waits for; without it for the disk. */
    public LmdbDatabaseBuilder durability(MapDurability durability) {
        return set(DormouseSettings.LMDB_DURABILITY, durability.name().toLowerCase(Locale.ROOT));
    }

    /** Lets LMDB write straight into its memory map: faster where the data fits into memory; the file is then as large as the size limit, which must be set. There are no nested transactions. */
    public LmdbDatabaseBuilder writeMap() {
        return set(DormouseSettings.LMDB_WRITE_MAP, "true");
    }

    /** Opens it for reading only, in a folder that cannot be written at all; nobody may write meanwhile. */
    public LmdbDatabaseBuilder readOnlyWithoutLock() {
        return readOnly().set(DormouseSettings.LMDB_NO_LOCK, "true");
    }

    /** Sets the permissions of folder and files, where the file system has such; without it those of the process. */
    public LmdbDatabaseBuilder permissions(Set<PosixFilePermission> those) {
        permissions = Set.copyOf(those);
        return this;
    }

    /** Sets how many maps and tables there can be; without it 1,000. */
    public LmdbDatabaseBuilder maximalMaps(int number) {
        return set(DormouseSettings.LMDB_MAX_TABLES, Integer.toString(number));
    }

    /** Proves the checksum of every value that is read, which costs time. */
    public LmdbDatabaseBuilder verifyingChecksums() {
        return set(DormouseSettings.LMDB_VERIFY_CHECKSUMS, "true");
    }

    /** Sets any setting of the store by its key in {@link DormouseSettings}. */
    public LmdbDatabaseBuilder set(String key, String value) {
        settings.put(key, value);
        return this;
    }

    /**
     * Opens the database, or joins the one that is open already in this JVM.
     *
     * @throws StoreException if it cannot be opened: no folder, a foreign or damaged file, another process, contradicting settings
     */
    public LmdbDatabase open() {
        Path path = folder();
        if (permissions != null) {
            FilePermissions.prepare(path, permissions);
        }
        LmdbMapStore store = LmdbStoreProvider.share(path.toAbsolutePath().normalize(), settings);
        if (permissions != null) {
            FilePermissions.apply(path, permissions);
        }
        boolean deleted = temporary;
        return new LmdbDatabase(store, () -> null, () -> {
            store.environment().close();
            if (deleted) {
                delete(path);
            }
        });
    }

    private Path folder() {
        try {
            Path path = temporary ? Files.createTempDirectory("dormouse") : folder;
            if (path == null) {
                throw new StoreException(
                        LmdbMessages.BAD_SETTING.text("path", "nothing", "a folder, or the database temporary"));
            }
            return path;
        } catch (IOException e) {
            throw new StoreException(LmdbMessages.NOT_WRITABLE.text("temporary folder"), e);
        }
    }

    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : all) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new StoreException(LmdbMessages.NOT_WRITABLE.text(folder), e);
        }
    }
}
