package dev.dormouse.lmdb.internal.open;

import dev.dormouse.lmdb.internal.catalog.CatalogMap;
import dev.dormouse.lmdb.internal.catalog.MapDefinition;
import dev.dormouse.lmdb.internal.checker.MapCheck;
import dev.dormouse.lmdb.internal.file.ClosedFile;
import dev.dormouse.lmdb.internal.file.EntryVisitor;
import dev.dormouse.lmdb.internal.file.Findings;
import dev.dormouse.lmdb.internal.map.TableMaps;
import dev.dormouse.lmdb.schema.MapDescriptor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Proves the rows of typed maps in a closed file, their index entries and the members of their sets. */
public final class TypedFileCheck implements MapCheck {

    private final Map<UUID, MapDescriptor<?, ?>> declared;
    private final Map<String, ClosedMapCheck<?, ?>> byRows = new LinkedHashMap<>();
    private final Map<String, ClosedMapCheck<?, ?>> byEntries = new LinkedHashMap<>();

    public TypedFileCheck(List<MapDescriptor<?, ?>> declared) {
        this.declared = declared.stream().collect(Collectors.toMap(MapDescriptor::uuid, each -> each));
    }

    @Override
    public boolean knows(String map) {
        return TableMaps.isTypedRecords(map) || TableMaps.isTypedEntries(map);
    }

    @Override
    public void catalog(Map<String, byte[]> entries) {
        for (MapDefinition definition : CatalogMap.maps(entries)) {
            ClosedMapCheck<?, ?> check = ClosedMapCheck.of(definition, declared.get(definition.uuid()));
            byRows.put(TableMaps.typedRecords(definition.number()), check);
            byEntries.put(TableMaps.typedEntries(definition.number()), check);
        }
    }

    @Override
    public EntryVisitor visitor(String nativeName, Findings findings) {
        ClosedMapCheck<?, ?> rows = byRows.get(nativeName);
        ClosedMapCheck<?, ?> entries = byEntries.get(nativeName);
        if (rows != null) {
            return (key, value) -> rows.row(key, value, findings);
        }
        if (entries != null) {
            return (key, value) -> entries.entry(key, value, findings);
        }
        findings.add("map '" + nativeName + "' is in no catalog");
        return EntryVisitor.NONE;
    }

    @Override
    public void finish(ClosedFile file, Findings findings) {
        byRows.values().forEach(check -> check.finish(file, findings));
    }
}
