package dev.dormouse.lmdb;

import dev.dormouse.lmdb.internal.catalog.CatalogMap;
import dev.dormouse.lmdb.internal.checker.MapCheck;
import dev.dormouse.lmdb.internal.file.EntryVisitor;
import dev.dormouse.lmdb.internal.file.Findings;
import dev.dormouse.lmdb.internal.map.TableMaps;
import dev.dormouse.lmdb.internal.record.ValueRecords;
import dev.dormouse.store.record.KeyBuffer;
import java.util.HashMap;
import java.util.Map;
import org.agrona.concurrent.UnsafeBuffer;

/** Proves the checksums of the rows of typed maps in a closed file, whose types nobody declares. */
final class TypedFileCheck implements MapCheck {

    private static final int ANY_VERSION = 0xFFFF;

    private final Map<String, String> names = new HashMap<>();

    @Override
    public boolean knows(String map) {
        return TableMaps.isTypedRecords(map);
    }

    @Override
    public void catalog(Map<String, byte[]> entries) {
        CatalogMap.maps(entries)
                .forEach(definition -> names.put(TableMaps.typedRecords(definition.number()), definition.name()));
    }

    @Override
    public EntryVisitor visitor(String nativeName, Findings findings) {
        String map = names.getOrDefault(nativeName, nativeName);
        ValueRecords records = new ValueRecords(map, ANY_VERSION, null, true);
        return (key, value) -> records.problem(new UnsafeBuffer(value))
                .ifPresent(text -> findings.add("map '" + map + "', key " + KeyBuffer.of(key) + ": " + text));
    }
}
