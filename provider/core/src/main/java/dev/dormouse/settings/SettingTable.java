package dev.dormouse.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** All settings with their defaults, in the order of the guide. */
public final class SettingTable {

    private static final Map<String, Setting> BY_KEY = new LinkedHashMap<>();

    static {
        add(Setting.text(DormouseSettings.URL));
        add(Setting.choice(DormouseSettings.SCHEMA, "update", "strict"));
        add(Setting.choice(DormouseSettings.LAYOUT, "document", "relational"));
        add(Setting.choice(DormouseSettings.ISOLATION, "read-committed", "snapshot", "serializable"));
        add(Setting.duration(DormouseSettings.COMMIT_TIMEOUT, "10s"));
        add(Setting.duration(DormouseSettings.LOCK_TIMEOUT, "5s"));
        add(Setting.size(DormouseSettings.WRITE_SET_BUDGET, "64MiB"));
        add(Setting.flag(DormouseSettings.ENHANCE));
        add(Setting.duration(DormouseSettings.QUERY_SLOW, "0"));
        add(Setting.number(DormouseSettings.QUERY_SCAN_LIMIT, "0"));
        add(Setting.number(DormouseSettings.FETCH_BATCH_SIZE, "1024"));
        add(Setting.choice(DormouseSettings.LMDB_DURABILITY, "commit", "interval", "none"));
        add(Setting.duration(DormouseSettings.LMDB_FLUSH_INTERVAL, "1s"));
        add(Setting.number(DormouseSettings.LMDB_MAX_TABLES, "1000"));
        add(Setting.number(DormouseSettings.LMDB_MAX_READERS, "1024"));
        add(Setting.size(DormouseSettings.LMDB_MAP_SIZE, "1TiB"));
        add(Setting.size(DormouseSettings.LMDB_MAX_MAP_SIZE, "0"));
        add(Setting.duration(DormouseSettings.LMDB_GROWTH_TIMEOUT, "10s"));
        add(Setting.duration(DormouseSettings.LMDB_SNAPSHOT_AGE, "1m"));
        add(Setting.choice(DormouseSettings.LMDB_CODEC, "flatbuffers", "cbor"));
        add(Setting.choice(DormouseSettings.LMDB_COMPRESSION, "none", "zlib", "snappy", "zstd"));
        add(Setting.flag(DormouseSettings.LMDB_VERIFY_CHECKSUMS));
        add(Setting.flag(DormouseSettings.LMDB_READ_ONLY));
        add(Setting.flag(DormouseSettings.LMDB_WRITE_MAP));
        add(Setting.flag(DormouseSettings.LMDB_NO_LOCK));
        add(Setting.flag(DormouseSettings.LMDB_TRACE_ORIGINS));
        add(Setting.choice(DormouseSettings.MONGODB_TRANSACTIONS, "required", "none"));
        add(Setting.duration(DormouseSettings.MONGODB_TIMEOUT, "10s"));
        add(Setting.duration(DormouseSettings.MONGODB_LOCK_LEASE, "60s"));
        add(Setting.flag(DormouseSettings.MONGODB_RETRY_WORK));
    }

    private SettingTable() {}

    private static void add(Setting setting) {
        BY_KEY.put(setting.key(), setting);
    }

    /** Returns all settings by key. */
    public static Map<String, Setting> all() {
        return Collections.unmodifiableMap(BY_KEY);
    }
}
