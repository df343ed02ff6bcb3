package dev.dormouse.lmdb.care;

import java.util.List;

/**
 * How a database uses its file, at one committed state.
 *
 * @param pageSize the bytes of a page
 * @param mapSize the address space reserved, in bytes
 * @param filePages the pages that the file reaches to
 * @param usedPages the pages that hold data
 * @param freePages the pages of the file that are free for later transactions or keep the list of those
 * @param readers the places of readers that are taken, by any process
 * @param snapshots the snapshots that are read now, by this process
 * @param maps the maps and tables, by name
 */
public record DatabaseStatistics(
        int pageSize,
        long mapSize,
        long filePages,
        long usedPages,
        long freePages,
        int readers,
        int snapshots,
        List<MapStatistics> maps) {

    /** Copies the list. */
    public DatabaseStatistics {
        maps = List.copyOf(maps);
    }

    /**
     * Returns the statistics of a map or table.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public MapStatistics map(String name) {
        return maps.stream()
                .filter(map -> map.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such map: '" + name
                        + "'. It must be in this database. Ask for one of "
                        + maps.stream().map(MapStatistics::name).toList() + "."));
    }

    /** Returns the share of the reserved address space that holds no data, from 0 to 1. */
    public double free() {
        return 1 - (double) usedPages * pageSize / mapSize;
    }
}
