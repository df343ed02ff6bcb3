package dev.dormouse.lmdb.internal.typed;

import dev.dormouse.lmdb.internal.binding.NativeException;
import dev.dormouse.lmdb.internal.binding.NativeStatistics;
import dev.dormouse.lmdb.internal.binding.NativeTransaction;
import dev.dormouse.lmdb.internal.catalog.CatalogMap;
import dev.dormouse.lmdb.internal.catalog.MapDefinition;
import dev.dormouse.lmdb.internal.commit.VirtualThreads;
import dev.dormouse.lmdb.internal.environment.Lease;
import dev.dormouse.lmdb.internal.environment.WriteTransaction;
import dev.dormouse.lmdb.internal.failure.MapMessages;
import dev.dormouse.lmdb.internal.failure.NativeFailures;
import dev.dormouse.lmdb.internal.map.TableMaps;
import dev.dormouse.lmdb.internal.store.LmdbMapStore;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.writeset.Snapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The typed maps of one environment that are open, shared by all its users, and how their transactions begin. Thread-safe. */
public final class ByteMaps {

    private final LmdbMapStore store;
    private final Map<UUID, ByteMap> open = new ConcurrentHashMap<>();

    private ByteMaps(LmdbMapStore store) {
        this.store = store;
    }

    /** Returns those of a store. */
    public static ByteMaps of(LmdbMapStore store) {
        return store.shared(ByteMaps.class, () -> new ByteMaps(store));
    }

    /** Returns the store. */
    public LmdbMapStore store() {
        return store;
    }

    /** Returns an open map, or null. */
    public @Nullable ByteMap find(UUID uuid) {
        return open.get(uuid);
    }

    /** Returns the definitions of all maps, open or not, in the order of their numbers. */
    public List<MapDefinition> definitions() {
        try (Lease lease = store.environment().readers().lease("definitions of typed maps")) {
            return sorted(store.catalogMap().maps(lease));
        }
    }

    private static List<MapDefinition> sorted(List<MapDefinition> definitions) {
        List<MapDefinition> all = new ArrayList<>(definitions);
        all.sort((a, b) -> Integer.compare(a.number(), b.number()));
        return all;
    }

    /**
     * Opens the maps that were declared, in one transaction: {@code declare} gets what is stored and returns what is to be stored, new ones with number 0.
     *
     * @throws StoreException what {@code declare} throws; nothing was changed then
     */
    public synchronized void open(Function<List<MapDefinition>, List<MapDefinition>> declare, Duration timeout) {
        if (store.isReadOnly()) {
            openStored(declare.apply(definitions()));
            return;
        }
        List<MapDefinition> stored = definitions();
        List<MapDefinition> wanted = declare.apply(stored);
        if (stored.containsAll(wanted)) {
            openStored(wanted);
            return;
        }
        checkPlatformThread();
        ExclusiveTransaction transaction = begin(timeout);
        try {
            WriteTransaction writing = transaction.transaction();
            CatalogMap catalog = store.catalogMap();
            List<MapDefinition> newest = sorted(catalog.maps(writing));
            int last = newest.isEmpty() ? 0 : newest.get(newest.size() - 1).number();
            List<MapDefinition> numbered = new ArrayList<>();
            for (MapDefinition definition : declare.apply(newest)) {
                boolean isNew = definition.number() == 0;
                MapDefinition known = isNew ? numbered(definition, ++last) : definition;
                if (!newest.contains(known)) {
                    checkNoTable(known);
                    catalog.write(writing, known);
                }
                numbered.add(known);
            }
            Map<UUID, ByteMap> opened = new HashMap<>();
            numbered.stream()
                    .filter(each -> !open.containsKey(each.uuid()))
                    .forEach(each -> opened.put(each.uuid(), opened(writing.txn(), each, true)));
            long id = writing.txn().id();
            transaction.whenCommitted(() -> {
                open.putAll(opened);
                numbered.forEach(each -> map(each.uuid()).define(each, id));
            });
            transaction.commit();
        } catch (NativeException e) {
            throw NativeFailures.mapped(e, store.environment().options().folder());
        } finally {
            transaction.rollback();
        }
    }

    /** An id stands for one table or one typed map. */
    private void checkNoTable(MapDefinition definition) {
        store.catalog().table(definition.uuid()).ifPresent(table -> {
            throw new StoreException(
                    MapMessages.UUID_OF_TABLE.text(definition.uuid(), table.name(), definition.name()));
        });
    }

    private static MapDefinition numbered(MapDefinition definition, int number) {
        return new MapDefinition(
                definition.uuid(),
                number,
                definition.name(),
                definition.keyType(),
                definition.valueType(),
                definition.version(),
                definition.lastIndex(),
                definition.indexes());
    }

    private void openStored(List<MapDefinition> definitions) {
        List<MapDefinition> missing = definitions.stream()
                .filter(each -> each.number() > 0 && !open.containsKey(each.uuid()))
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        try (NativeTransaction txn = store.environment().env().read()) {
            Map<UUID, ByteMap> opened = new HashMap<>();
            missing.forEach(each -> opened.put(each.uuid(), opened(txn, each, false)));
            txn.commit();
            open.putAll(opened);
        } catch (NativeException e) {
            throw NativeFailures.mapped(e, store.environment().options().folder());
        }
    }

    private static ByteMap opened(NativeTransaction txn, MapDefinition definition, boolean create) {
        return new ByteMap(definition, TableMaps.openTyped(txn, definition.number(), create));
    }

    private ByteMap map(UUID uuid) {
        ByteMap map = open.get(uuid);
        if (map == null) {
            throw new AssertionError("a map that is not open: " + uuid);
        }
        return map;
    }

    /** Opens maps that the catalog knows, to read them without their types. */
    public synchronized ByteMap openStored(MapDefinition definition) {
        openStored(List.of(definition));
        return map(definition.uuid());
    }

    /** Writes another definition of an open map in a transaction that holds the writer, and makes it known with the commit. */
    public void define(ExclusiveTransaction transaction, MapDefinition newer) {
        try {
            store.catalogMap().write(transaction.transaction(), newer);
            long id = transaction.transaction().txn().id();
            transaction.whenCommitted(() -> map(newer.uuid()).define(newer, id));
        } catch (NativeException e) {
            throw transaction.failed(e);
        }
    }

    /** Removes the definition of a map in a transaction that holds the writer; {@link #forget} follows its commit. */
    public void remove(ExclusiveTransaction transaction, ByteMap map) {
        transaction.truncate(map);
        try {
            store.catalogMap().remove(transaction.transaction(), map.definition());
        } catch (NativeException e) {
            throw transaction.failed(e);
        }
    }

    /** Forgets a map that was removed. */
    public void forget(ByteMap map) {
        open.remove(map.definition().uuid());
    }

    /** Returns how the pages of the maps are used, rows and then entries, in one snapshot. */
    public <T> List<T> statistics(
            List<TableMaps> all, BiFunction<NativeStatistics, NativeStatistics, T> form, List<NativeStatistics> main) {
        List<T> statistics = new ArrayList<>();
        try (Lease lease = store.environment().readers().lease("statistics")) {
            for (TableMaps maps : all) {
                statistics.add(form.apply(
                        maps.records().statistics(lease.txn()), maps.entries().statistics(lease.txn())));
            }
            main.add(lease.txn().mainStatistics());
            main.add(store.catalogMap().statistics(lease));
        }
        return statistics;
    }

    /** Begins a transaction that reads the newest state. */
    public SnapshotTransaction read(Object origin) {
        return new SnapshotTransaction(store.environment().readers().lease(origin));
    }

    /** Begins a transaction that reads a state of the tables, which ends with it. */
    public SnapshotTransaction read(Snapshot state) {
        return new SnapshotTransaction(LmdbMapStore.lease(state));
    }

    /** Begins a transaction that holds the writer. */
    public ExclusiveTransaction write(Duration timeout) {
        checkPlatformThread();
        return begin(timeout);
    }

    private ExclusiveTransaction begin(Duration timeout) {
        return new ExclusiveTransaction(
                store.write(timeout), store.environment().options().folder());
    }

    private static void checkPlatformThread() {
        if (VirtualThreads.isVirtual(Thread.currentThread())) {
            throw new StoreException(
                    MapMessages.VIRTUAL_WRITER.text(Thread.currentThread().getName()));
        }
    }

    /** Makes the memory map larger after a {@link MapFullException}, whose transaction has ended. */
    public void grow() {
        store.environment().grow(List.of(Thread.currentThread()));
    }
}
