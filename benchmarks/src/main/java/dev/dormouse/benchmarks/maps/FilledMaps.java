package dev.dormouse.benchmarks.maps;

import dev.dormouse.benchmarks.TemporaryFolder;

/** Maps in a temporary folder, which goes with them. */
final class FilledMaps implements AutoCloseable {

    private final TemporaryFolder folder = new TemporaryFolder();
    private final MapSide side;

    FilledMaps(MapDatabase database) {
        side = database.open(folder.path());
    }

    MapSide side() {
        return side;
    }

    @Override
    public void close() {
        side.close();
        folder.close();
    }
}
