package dev.dormouse.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A database in a temporary folder, filled with {@link Rows}; the folder goes with it. */
public final class FilledDatabase implements AutoCloseable {

    private final Path folder;
    private final Side side;

    private FilledDatabase(Path folder, Side side) {
        this.folder = folder;
        this.side = side;
    }

    /** Makes one with {@code rows} persons. */
    public static FilledDatabase open(Database database, int rows) {
        try {
            Path folder = Files.createTempDirectory("dormouse-benchmark");
            Side side = database.open(folder);
            side.fill(rows);
            return new FilledDatabase(folder, side);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what the operations are done on. */
    public Side side() {
        return side;
    }

    @Override
    public void close() {
        side.close();
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
