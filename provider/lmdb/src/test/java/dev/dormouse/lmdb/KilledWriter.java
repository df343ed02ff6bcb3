package dev.dormouse.lmdb;

import dev.dormouse.lmdb.key.KeyTypes;
import dev.dormouse.lmdb.value.ValueTypes;
import java.nio.file.Path;

/** A process that writes until it is killed. */
final class KilledWriter {

    static final MapDescriptor<Long, String> NUMBERS = MapDescriptor.of(
                    "numbers", "6f0a8a52-8b0c-4d0e-9a3c-1f6c5b7a0041", KeyTypes.int64(), ValueTypes.string())
            .with(MapIndex.<Long, String, String>of("by_text", KeyTypes.string(), text -> text));

    private KilledWriter() {}

    /** Writes a row a transaction and says so. */
    public static void main(String[] arguments) {
        LmdbDatabase database = LmdbDatabase.open(Path.of(arguments[0])).open(NUMBERS);
        for (long n = 0; ; n++) {
            long number = n;
            database.write(tx -> tx.map(NUMBERS).put(number, "number " + number));
            System.out.println("committed " + number);
        }
    }
}
