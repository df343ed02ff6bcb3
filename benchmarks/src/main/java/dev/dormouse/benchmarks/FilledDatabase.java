package dev.dormouse.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A database filled with {@link Rows} and one tree. It is filled once below a folder; what is written goes to a copy. */
public final class FilledDatabase implements AutoCloseable {

    /** How deep the tree is whose root is node 0. */
    static final int TREE_DEPTH = 10;

    private final Database database;
    private final Path folder;
    private final boolean isCopy;
    private final Side side;

    private FilledDatabase(Database database, Path folder, boolean isCopy) {
        this.database = database;
        this.folder = folder;
        this.isCopy = isCopy;
        this.side = database.open(folder);
    }

    /** Opens one with {@code rows} persons that nobody may change; all that is read is the same each time. */
    public static FilledDatabase open(Database database, int rows, Path parent) {
        return new FilledDatabase(database, fill(database.filledBy(), rows, parent), false);
    }

    /** Opens a copy of one, which goes when it is closed. */
    public static FilledDatabase openCopy(Database database, int rows, Path parent) {
        Path folder = copy(database, parent);
        if (database.isOnServer()) {
            // A server has no folders to copy.
            write(database.filledBy(), rows, folder);
        } else {
            TemporaryFolder.copy(fill(database.filledBy(), rows, parent), folder);
        }
        return new FilledDatabase(database, folder, true);
    }

    /** Returns where the copy of this JVM is. */
    static Path copy(Database database, Path parent) {
        return parent.resolve("copy-" + database + "-" + ProcessHandle.current().pid());
    }

    /** Fills one below {@code parent} if that was not done yet, and returns where. */
    static Path fill(Database database, int rows, Path parent) {
        Path folder = parent.resolve(database + "-" + rows);
        Path done = parent.resolve(database + "-" + rows + ".filled");
        try {
            if (!Files.exists(done)) {
                TemporaryFolder.delete(folder);
                write(database, rows, folder);
                Files.createFile(done);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Database database, int rows, Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (Side side = database.open(folder)) {
            side.fill(rows);
            side.persistTree(0, TREE_DEPTH);
        }
        if (database.isOnServer()) {
            mark(folder);
        }
    }

    /** A folder that is not empty says that there are tables. */
    private static void mark(Path folder) {
        try {
            Files.createFile(folder.resolve("on-server"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what the operations are done on. */
    public Side side() {
        return side;
    }

    /** Returns where its files are. */
    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        side.close();
        if (isCopy) {
            if (database.isOnServer()) {
                Server.drop(folder);
            }
            TemporaryFolder.delete(folder);
        }
    }
}
