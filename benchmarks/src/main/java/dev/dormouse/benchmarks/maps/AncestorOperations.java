package dev.dormouse.benchmarks.maps;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What the ancestor publishes figures for, each run once an iteration, ten thousand rows a transaction: fifty thousand cookies of seventeen properties and a million finds that
 * touch one of them; a million rows of random keys of 16 bytes with values of 100. Keys and objects are made before the clock starts. The time is that of one row.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AncestorOperations {

    private static final int CHUNK = 10_000;
    private static final int COOKIES = 50_000;
    private static final int MILLION = 1_000_000;
    private static final byte[][] KEYS = MapRows.keys(MILLION);

    /** Maps of the side that is measured. */
    @State(Scope.Thread)
    @SuppressWarnings("NullAway.Init")
    public abstract static class Maps {

        /** The name of a {@link MapDatabase}. */
        @Param("TYPED")
        public String database;

        private FilledMaps filled;
        MapSide side;

        void start() {
            filled = new FilledMaps(MapDatabase.valueOf(database));
            side = filled.side();
        }

        void end() {
            filled.close();
        }

        void putCookies(Cookie[][] cookies) {
            for (int i = 0; i < cookies.length; i++) {
                side.putCookies((long) i * CHUNK, cookies[i]);
            }
        }

        void putBytes() {
            for (int from = 0; from < MILLION; from += CHUNK) {
                side.putBytes(KEYS, from, CHUNK);
            }
        }
    }

    /** Empty maps for each iteration. */
    public static class Empty extends Maps {

        private final Cookie[][] cookies = cookies();

        /** Makes them. */
        @Setup(Level.Iteration)
        public void open() {
            start();
        }

        /** Deletes them. */
        @TearDown(Level.Iteration)
        public void close() {
            end();
        }
    }

    /** Maps with all rows. */
    public static class Full extends Maps {

        private final long[][] ids = new long[MILLION / CHUNK][];

        /** Fills them. */
        @Setup(Level.Trial)
        public void open() {
            start();
            putCookies(cookies());
            putBytes();
            SplittableRandom random = new SplittableRandom(20261121);
            for (int i = 0; i < ids.length; i++) {
                ids[i] = random.longs(CHUNK, 0, COOKIES).toArray();
            }
        }

        /** Deletes them. */
        @TearDown(Level.Trial)
        public void close() {
            end();
        }
    }

    private static Cookie[][] cookies() {
        Cookie[][] cookies = new Cookie[COOKIES / CHUNK][];
        for (int i = 0; i < cookies.length; i++) {
            cookies[i] = Cookie.cookies((long) i * CHUNK, CHUNK);
        }
        return cookies;
    }

    @Benchmark
    @OperationsPerInvocation(COOKIES)
    public void insertCookies(Empty on) {
        on.putCookies(on.cookies);
    }

    @Benchmark
    @OperationsPerInvocation(MILLION)
    public long findCookies(Full on) {
        long sum = 0;
        for (long[] chunk : on.ids) {
            sum += on.side.oneFieldOfCookies(chunk);
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(MILLION)
    public void insertBytes(Empty on) {
        on.putBytes();
    }

    @Benchmark
    @OperationsPerInvocation(MILLION)
    public long readBytes(Full on) {
        long sum = 0;
        for (int from = 0; from < MILLION; from += CHUNK) {
            sum += on.side.getBytes(KEYS, from, CHUNK);
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(MILLION)
    public long walkBytes(Full on) {
        return on.side.walkBytes();
    }
}
