package dev.dormouse.lmdb;

import dev.dormouse.lmdb.internal.store.LmdbMapStore;
import dev.dormouse.lmdb.internal.store.LmdbStoreProvider;
import dev.dormouse.lmdb.internal.typed.ByteCursor;
import dev.dormouse.lmdb.internal.typed.ByteMap;
import dev.dormouse.lmdb.internal.typed.ByteMaps;
import dev.dormouse.lmdb.internal.typed.SnapshotTransaction;
import dev.dormouse.lmdb.schema.MapDescriptor;
import dev.dormouse.store.record.KeyRange;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The bytes of an open database, without types. */
final class RawMaps {

    private RawMaps() {}

    /** Returns the keys of the rows of a map. */
    static List<String> keys(LmdbDatabase database, MapDescriptor<?, ?> map) {
        return walked(database, map, -1);
    }

    /** Returns the keys of the entries of an index; those of members under 0. */
    static List<String> entries(LmdbDatabase database, MapDescriptor<?, ?> map, int index) {
        return walked(database, map, index);
    }

    /** Returns what the catalog says of the maps: UUID, name and number. */
    static List<String> catalog(LmdbDatabase database) {
        LmdbMapStore store = LmdbStoreProvider.share(database.path(), Map.of());
        try {
            return ByteMaps.of(store).definitions().stream()
                    .map(each -> each.uuid() + " " + each.name() + " " + each.number())
                    .toList();
        } finally {
            store.environment().close();
        }
    }

    private static List<String> walked(LmdbDatabase database, MapDescriptor<?, ?> map, int index) {
        LmdbMapStore store = LmdbStoreProvider.share(database.path(), Map.of());
        try (SnapshotTransaction transaction = ByteMaps.of(store).read("test")) {
            ByteMap bytes = ByteMaps.of(store).find(map.uuid());
            if (bytes == null) {
                throw new AssertionError("not open: " + map);
            }
            List<String> keys = new ArrayList<>();
            try (ByteCursor cursor = index < 0
                    ? transaction.rows(bytes, KeyRange.ALL, false)
                    : transaction.entries(bytes, index, KeyRange.ALL, false)) {
                while (cursor.next()) {
                    keys.add(HexFormat.of().formatHex(cursor.key().toBytes()));
                }
            }
            return keys;
        } finally {
            store.environment().close();
        }
    }
}
