package dev.dormouse.lmdb.internal.checker;

import dev.dormouse.lmdb.internal.catalog.CatalogMap;
import dev.dormouse.lmdb.internal.environment.Environment;
import dev.dormouse.lmdb.internal.failure.LmdbMessages;
import dev.dormouse.lmdb.internal.file.ClosedFile;
import dev.dormouse.lmdb.internal.file.DataFile;
import dev.dormouse.lmdb.internal.file.EntryVisitor;
import dev.dormouse.lmdb.internal.file.Findings;
import dev.dormouse.lmdb.internal.map.TableMaps;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.catalog.Catalog;
import dev.dormouse.store.record.TableDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Verifies a closed store, map by map. */
public final class FileVerification {

    private final Path folder;
    private final ClosedFile file;
    private final Findings findings;
    private final List<MapCheck> others;
    private final Set<String> walked = new HashSet<>();

    private FileVerification(Path folder, ClosedFile file, Findings findings, List<MapCheck> others) {
        this.folder = folder;
        this.file = file;
        this.findings = findings;
        this.others = others;
    }

    /**
     * Verifies the store in a folder. Nobody in this JVM can open it meanwhile, and no other process can open it for writing.
     *
     * @param others who knows the maps that are no tables; the pages and the order of those that nobody knows are verified all the same
     * @throws StoreException if there is no store, it is open, or it cannot be read
     */
    public static FileReport verify(Path folder, List<MapCheck> others) {
        return Environment.whileClosed(folder, () -> {
            Findings findings = new Findings();
            try (ClosedFile file = ClosedFile.open(folder.resolve(DataFile.FILE), findings)) {
                return new FileVerification(folder, file, findings, others).run();
            } catch (IOException e) {
                throw new StoreException(LmdbMessages.INPUT_OUTPUT.text(e.getMessage()), e);
            } catch (UncheckedIOException e) {
                throw new StoreException(LmdbMessages.INPUT_OUTPUT.text(e.getMessage()), e);
            }
        });
    }

    private FileReport run() {
        Map<Integer, TableDefinition> tables = new HashMap<>();
        if (file.maps().contains(CatalogMap.NAME)) {
            catalog().tables().values().forEach(table -> tables.put(table.id(), table));
        } else {
            findings.add("the catalog is missing");
        }
        for (TableDefinition table : tables.values()) {
            String records = TableMaps.records(table.id());
            String entries = TableMaps.entries(table.id());
            if (file.maps().containsAll(List.of(records, entries))) {
                walked.addAll(List.of(records, entries));
                new TableCheck(table, file, findings).run();
            } else {
                findings.add(
                        "the maps '" + records + "' and '" + entries + "' of table " + table + " are not both there");
            }
        }
        for (String map : file.maps()) {
            if (walked.add(map)) {
                file.walk(map, "map '" + map + "'", visitor(map));
            }
        }
        others.forEach(other -> other.finish(file, findings));
        file.finish();
        return new FileReport(file.pages(), file.freePages(), file.entries(), findings.problems());
    }

    private Catalog catalog() {
        walked.add(CatalogMap.NAME);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        file.walk(
                CatalogMap.NAME,
                "the catalog",
                (key, value) -> entries.put(new String(key, StandardCharsets.UTF_8), value));
        try {
            others.forEach(other -> other.catalog(entries));
            return CatalogMap.read(folder, entries);
        } catch (StoreException | IllegalArgumentException e) {
            findings.add(String.valueOf(e.getMessage()));
            return Catalog.EMPTY;
        }
    }

    private EntryVisitor visitor(String map) {
        for (MapCheck other : others) {
            if (other.knows(map)) {
                return other.visitor(map, findings);
            }
        }
        return EntryVisitor.NONE;
    }
}
