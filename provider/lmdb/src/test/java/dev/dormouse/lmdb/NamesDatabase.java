package dev.dormouse.lmdb;

import dev.dormouse.lmdb.key.KeyTypes;
import dev.dormouse.lmdb.row.Row;
import dev.dormouse.lmdb.schema.MapDescriptor;
import dev.dormouse.lmdb.value.ValueTypes;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.io.TempDir;

/** A database with one map of names in a folder of its own. */
abstract class NamesDatabase {

    static final String UUID_ONE = "6f0a8a52-8b0c-4d0e-9a3c-1f6c5b7a0011";
    static final MapDescriptor<Long, String> NAMES =
            MapDescriptor.of("names", UUID_ONE, KeyTypes.int64(), ValueTypes.string());

    /** A thread for each task: tasks wait for one another. */
    static final Executor ELSEWHERE = task -> new Thread(task).start();

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path folder;

    LmdbDatabase open() {
        return LmdbDatabase.open(folder).open(NAMES);
    }

    static List<Row<Long, String>> rows(LmdbDatabase database) {
        return database.read(tx -> tx.map(NAMES).select().list());
    }
}
