package dev.dormouse.lmdb.internal.environment;

import dev.dormouse.lmdb.internal.failure.LmdbMessages;
import dev.dormouse.settings.DormouseSettings;
import dev.dormouse.settings.SettingValues;
import dev.dormouse.store.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How an environment is opened.
 *
 * @param folder where it is
 * @param readOnly whether for reading only
 * @param mapSize the address space reserved at first, in bytes
 * @param maximalMapSize how far it may grow, in bytes
 * @param growthTimeout how long growth waits for readers
 * @param durability when commits reach the disk
 * @param flushInterval the time between flushes at {@link Durability#INTERVAL}
 * @param maximalTables how many tables there can be
 * @param maximalReaders how many snapshots there can be
 * @param snapshotAge after what time a snapshot is logged; zero for never
 * @param traceOrigins whether streams note the code that opened them
 * @param writeMap whether LMDB writes straight into its memory map
 * @param noLock whether there is no table of readers
 */
public record EnvironmentOptions(
        Path folder,
        boolean readOnly,
        long mapSize,
        long maximalMapSize,
        Duration growthTimeout,
        Durability durability,
        Duration flushInterval,
        int maximalTables,
        int maximalReaders,
        Duration snapshotAge,
        boolean traceOrigins,
        boolean writeMap,
        boolean noLock) {

    /** Reads the settings; keys that are not there have their defaults. */
    public static EnvironmentOptions of(Path folder, SettingValues values) {
        long mapSize = wholePages(values.size(DormouseSettings.LMDB_MAP_SIZE));
        return new EnvironmentOptions(
                folder,
                values.flag(DormouseSettings.LMDB_READ_ONLY),
                mapSize,
                Math.max(mapSize, wholePages(values.size(DormouseSettings.LMDB_MAX_MAP_SIZE))),
                values.duration(DormouseSettings.LMDB_GROWTH_TIMEOUT),
                Durability.valueOf(
                        values.choice(DormouseSettings.LMDB_DURABILITY).toUpperCase(Locale.ROOT)),
                values.duration(DormouseSettings.LMDB_FLUSH_INTERVAL),
                atLeastOne(values, DormouseSettings.LMDB_MAX_TABLES),
                atLeastOne(values, DormouseSettings.LMDB_MAX_READERS),
                values.duration(DormouseSettings.LMDB_SNAPSHOT_AGE),
                values.flag(DormouseSettings.LMDB_TRACE_ORIGINS),
                writeMap(values),
                noLock(values));
    }

    private static boolean writeMap(SettingValues values) {
        boolean writeMap = values.flag(DormouseSettings.LMDB_WRITE_MAP);
        if (writeMap && !values.texts().containsKey(DormouseSettings.LMDB_MAP_SIZE)) {
            throw new StoreException(LmdbMessages.BAD_SETTING.text(
                    DormouseSettings.LMDB_WRITE_MAP,
                    writeMap,
                    "false where " + DormouseSettings.LMDB_MAP_SIZE + " is not set, since the file is as large"));
        }
        return writeMap;
    }

    private static boolean noLock(SettingValues values) {
        boolean noLock = values.flag(DormouseSettings.LMDB_NO_LOCK);
        if (noLock && !values.flag(DormouseSettings.LMDB_READ_ONLY)) {
            throw new StoreException(LmdbMessages.BAD_SETTING.text(
                    DormouseSettings.LMDB_NO_LOCK, noLock, "false where the store is written"));
        }
        return noLock;
    }

    private static long wholePages(long size) {
        return (Math.min(size, 1L << 46) + 0xffff) & ~0xffffL;
    }

    private static int atLeastOne(SettingValues values, String key) {
        int number = values.number(key);
        if (number < 1) {
            throw new StoreException(LmdbMessages.BAD_SETTING.text(key, number, "at least 1"));
        }
        return number;
    }

    /** Refuses to share an environment that was opened otherwise. */
    void checkAgree(EnvironmentOptions other) {
        Map<String, Object> mine = described();
        other.described().forEach((key, value) -> {
            Object own = mine.get(key);
            if (!value.equals(own)) {
                throw new StoreException(LmdbMessages.CONTRADICTING_SETTINGS.text(key, own, value));
            }
        });
    }

    private Map<String, Object> described() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put(DormouseSettings.LMDB_READ_ONLY, readOnly);
        all.put(DormouseSettings.LMDB_MAP_SIZE, mapSize);
        all.put(DormouseSettings.LMDB_MAX_MAP_SIZE, maximalMapSize);
        all.put(DormouseSettings.LMDB_DURABILITY, durability.name().toLowerCase(Locale.ROOT));
        all.put(DormouseSettings.LMDB_FLUSH_INTERVAL, flushInterval.toMillis());
        all.put(DormouseSettings.LMDB_GROWTH_TIMEOUT, growthTimeout.toMillis());
        all.put(DormouseSettings.LMDB_WRITE_MAP, writeMap);
        all.put(DormouseSettings.LMDB_NO_LOCK, noLock);
        all.put(DormouseSettings.LMDB_MAX_TABLES, maximalTables);
        all.put(DormouseSettings.LMDB_MAX_READERS, maximalReaders);
        return all;
    }
}
