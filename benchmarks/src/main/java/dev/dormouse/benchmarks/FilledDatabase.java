package dev.dormouse.benchmarks;

/** A database in a temporary folder, filled with {@link Rows}; the folder goes with it. */
public final class FilledDatabase implements AutoCloseable {

    private final TemporaryFolder folder;
    private final Side side;

    private FilledDatabase(TemporaryFolder folder, Side side) {
        this.folder = folder;
        this.side = side;
    }

    /** Makes one with {@code rows} persons. */
    public static FilledDatabase open(Database database, int rows) {
        TemporaryFolder folder = new TemporaryFolder();
        Side side = database.open(folder.path());
        side.fill(rows);
        return new FilledDatabase(folder, side);
    }

    /** Returns what the operations are done on. */
    public Side side() {
        return side;
    }

    @Override
    public void close() {
        side.close();
        folder.close();
    }
}
