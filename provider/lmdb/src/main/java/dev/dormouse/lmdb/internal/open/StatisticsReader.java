package dev.dormouse.lmdb.internal.open;

import dev.dormouse.lmdb.care.DatabaseStatistics;
import dev.dormouse.lmdb.care.MapStatistics;
import dev.dormouse.lmdb.internal.binding.NativeStatistics;
import dev.dormouse.lmdb.internal.catalog.MapDefinition;
import dev.dormouse.lmdb.internal.environment.Environment;
import dev.dormouse.lmdb.internal.map.TableMaps;
import dev.dormouse.lmdb.internal.typed.ByteMaps;
import dev.dormouse.store.catalog.Catalog;
import dev.dormouse.store.record.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts the pages of a database. */
public final class StatisticsReader {

    /** LMDB's two root pages. */
    private static final int ROOT_PAGES = 2;

    private final ByteMaps maps;

    public StatisticsReader(ByteMaps maps) {
        this.maps = maps;
    }

    private record Named(String name, @Nullable UUID uuid, TableMaps maps) {}

    private record Both(NativeStatistics rows, NativeStatistics entries) {}

    public DatabaseStatistics read() {
        List<Named> all = new ArrayList<>();
        Catalog catalog = maps.store().catalog();
        maps.store()
                .tableMaps()
                .forEach((name, where) -> all.add(new Named(
                        name,
                        catalog.table(name).flatMap(TableDefinition::storeId).orElse(null),
                        where)));
        for (MapDefinition definition : maps.definitions()) {
            all.add(new Named(
                    definition.name(),
                    definition.uuid(),
                    maps.openStored(definition).maps()));
        }
        List<NativeStatistics> others = new ArrayList<>();
        List<Both> pages = maps.statistics(all.stream().map(Named::maps).toList(), Both::new, others);
        List<MapStatistics> statistics = new ArrayList<>();
        long used = ROOT_PAGES;
        for (NativeStatistics other : others) {
            used += other.pages();
        }
        for (int i = 0; i < all.size(); i++) {
            MapStatistics one = statistics(all.get(i), pages.get(i));
            used += one.pages();
            statistics.add(one);
        }
        Environment environment = maps.store().environment();
        long filePages = environment.env().pages();
        return new DatabaseStatistics(
                others.get(0).pageSize(),
                environment.env().mapSize(),
                filePages,
                used,
                Math.max(0, filePages - used),
                environment.env().readers(),
                environment.readers().busy(),
                statistics);
    }

    private static MapStatistics statistics(Named map, Both both) {
        long pages = both.rows().pages() + both.entries().pages();
        return new MapStatistics(
                map.name(),
                map.uuid(),
                both.rows().entries(),
                both.entries().entries(),
                both.rows().depth(),
                pages,
                pages * both.rows().pageSize());
    }
}
