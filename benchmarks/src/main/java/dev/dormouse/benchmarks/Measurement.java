package dev.dormouse.benchmarks;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What one operation took on one side.
 *
 * @param rows how many rows the main entity had
 * @param operation the title of the operation
 * @param side the name of the side
 * @param micros microseconds an invocation, over all threads
 * @param more what else was counted, by name
 */
record Measurement(int rows, String operation, String side, double micros, Map<String, Double> more) {

    /** How many transactions a commit of the store had. */
    static final String TRANSACTIONS = "transactions";

    /** How many commands went to the server. */
    static final String ROUND_TRIPS = "round trips";

    Measurement {
        more = Map.copyOf(more);
    }

    /** Returns a line of a file. */
    String line() {
        StringBuilder line =
                new StringBuilder(String.format(Locale.ROOT, "%d,%s,%s,%.3f", rows, operation, side, micros));
        more.forEach((name, value) -> line.append(String.format(Locale.ROOT, ",%s=%.2f", name, value)));
        return line.toString();
    }

    /** Reads a line of a file. */
    static Measurement parse(String line) {
        String[] parts = line.split(",", -1);
        Map<String, Double> more = new HashMap<>();
        for (int i = 4; i < parts.length; i++) {
            String[] pair = parts[i].split("=", -1);
            more.put(pair[0], Double.parseDouble(pair[1]));
        }
        return new Measurement(Integer.parseInt(parts[0]), parts[1], parts[2], Double.parseDouble(parts[3]), more);
    }
}
