package dev.dormouse.examples.flights;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells how far an import is: rows, rows per second, time remaining. */
final class Progress {

    private final PrintStream out;
    private final long total;
    private final long start = System.nanoTime();
    private long rows;
    private long lastReport = start;

    Progress(PrintStream out, long total) {
        this.out = out;
        this.total = total;
    }

    void row() {
        rows++;
        if ((rows & 1023) == 0 && System.nanoTime() - lastReport > 1_000_000_000L) {
            lastReport = System.nanoTime();
            report();
        }
    }

    private void report() {
        double perSecond = perSecond();
        out.printf(
                Locale.ROOT,
                "  %,9d of %,d rows  %,8.0f rows/s  %4.0f s remaining%n",
                rows,
                total,
                perSecond,
                (total - rows) / perSecond);
    }

    private double perSecond() {
        return rows / Math.max(1e-9, elapsed().toNanos() / 1e9);
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    void done() {
        out.printf(
                Locale.ROOT,
                "  %,9d rows in %.1f s, %,.0f rows/s%n",
                rows,
                elapsed().toMillis() / 1000.0,
                perSecond());
    }
}
