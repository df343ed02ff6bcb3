package dev.dormouse.lmdb;

import dev.dormouse.lmdb.internal.catalog.MapDefinition;
import dev.dormouse.lmdb.internal.catalog.MapDefinition.MapIndexDefinition;
import dev.dormouse.lmdb.internal.failure.MapMessages;
import dev.dormouse.lmdb.internal.open.KeptIndex;
import dev.dormouse.lmdb.internal.open.OpenedMap;
import dev.dormouse.lmdb.internal.open.OpenedMaps;
import dev.dormouse.lmdb.internal.typed.ExclusiveTransaction;
import dev.dormouse.lmdb.schema.MapDescriptor;
import dev.dormouse.lmdb.schema.MapIndex;
import dev.dormouse.store.StoreException;
import java.util.function.Function;

/** Attaches indexes to the maps of a database and detaches them: the definition of a map and the entries of its indexes change together. */
final class MapIndexes {

    private final LmdbDatabase database;
    private final OpenedMaps maps;

    MapIndexes(LmdbDatabase database, OpenedMaps maps) {
        this.database = database;
        this.maps = maps;
    }

    <K, V> void attachAll(MapDescriptor<K, V> descriptor) {
        if (maps.find(descriptor.uuid()) == null) {
            return;
        }
        for (MapIndex<? super K, ? super V, ?> index : descriptor.indexes()) {
            attach(descriptor, index);
        }
    }

    <K, V> void attach(MapDescriptor<K, V> map, MapIndex<? super K, ? super V, ?> index) {
        OpenedMap<K, V> opened = maps.of(map);
        OpenedMaps.checkAttachable(map, index);
        if (opened.bytes().definition().index(index.name()).isPresent()) {
            opened.number(index);
            opened.declare(index);
            return;
        }
        opened.declare(index);
        boolean attached = false;
        try {
            exclusively(transaction -> {
                MapDefinition definition = opened.bytes().definition();
                MapIndexDefinition added = OpenedMaps.next(definition, index);
                transaction.map(map).fill(new KeptIndex<>(index, added.number()));
                return definition.with(added);
            });
            attached = true;
        } finally {
            if (!attached) {
                opened.forget(index.name());
            }
        }
    }

    <K, V> void rebuild(MapDescriptor<K, V> map, MapIndex<? super K, ? super V, ?> index) {
        OpenedMap<K, V> opened = maps.of(map);
        exclusively(transaction -> {
            int number = opened.number(index);
            transaction.map(map).empty(number);
            transaction.map(map).fill(new KeptIndex<>(index, number));
            return opened.bytes().definition();
        });
    }

    void detach(MapDescriptor<?, ?> map, String index) {
        OpenedMap<?, ?> opened = maps.of(map);
        exclusively(transaction -> {
            MapDefinition definition = opened.bytes().definition();
            MapIndexDefinition stored = definition
                    .index(index)
                    .orElseThrow(() -> new StoreException(MapMessages.NO_INDEX.text(index, map.name())));
            transaction.map(map).empty(stored.number());
            return definition.without(stored);
        });
        opened.forget(index);
    }

    /** Changes the definition of a map together with its entries. */
    private void exclusively(Function<LmdbTransaction, MapDefinition> work) {
        database.repeated(() -> {
            try (LmdbTransaction transaction = database.beginExclusive()) {
                ExclusiveTransaction bytes = (ExclusiveTransaction) transaction.bytes();
                MapDefinition newer = work.apply(transaction);
                maps.bytes().define(bytes, newer);
                transaction.commit();
                return newer;
            }
        });
    }
}
