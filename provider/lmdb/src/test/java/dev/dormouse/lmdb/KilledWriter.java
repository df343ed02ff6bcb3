package dev.dormouse.lmdb;

import dev.dormouse.lmdb.key.KeyTypes;
import dev.dormouse.lmdb.schema.MapDescriptor;
import dev.dormouse.lmdb.schema.MapIndex;
import dev.dormouse.lmdb.value.ValueTypes;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

/** A process that writes until it is killed. */
final class KilledWriter {

    static final MapDescriptor<Long, String> NUMBERS = MapDescriptor.of(
                    "numbers", "6f0a8a52-8b0c-4d0e-9a3c-1f6c5b7a0041", KeyTypes.int64(), ValueTypes.string())
            .with(MapIndex.<Long, String, String>of("by_text", KeyTypes.string(), text -> text));

    private KilledWriter() {}

    /** Starts one. */
    static Process start(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
    }

    /** Waits until it has committed so many rows. */
    static void await(BufferedReader output, long rows) throws IOException {
        long last = -1;
        String line = output.readLine();
        while (line != null && last < rows) {
            if (line.startsWith("committed ")) {
                last = Long.parseLong(line.substring(10));
            }
            line = output.readLine();
        }
        if (last < rows) {
            throw new AssertionError("the process ended after " + last);
        }
    }

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
