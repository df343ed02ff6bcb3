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

/** The operations of {@link MapSide} on texts of a hundred characters, a thousand rows an invocation. The time is that of one row. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init")
public class MapOperations {

    private static final int CHUNK = 1000;
    private static final int ROWS = 100_000;

    /** The name of a {@link MapDatabase}. */
    @Param("TYPED")
    public String database;

    private final SplittableRandom random = new SplittableRandom(20261121);
    private final String[][] texts = new String[ROWS / CHUNK * 2][];
    private FilledMaps filled;
    private MapSide side;

    /** Fills the maps. */
    @Setup(Level.Trial)
    public void open() {
        filled = new FilledMaps(MapDatabase.valueOf(database));
        side = filled.side();
        for (int chunk = 0; chunk < texts.length; chunk++) {
            int first = chunk / 2 * CHUNK;
            texts[chunk] = MapRows.texts(first, CHUNK, chunk % 2);
            side.put(first, texts[chunk]);
            side.putIndexed(first, texts[chunk]);
        }
    }

    /** Closes them and deletes their files. */
    @TearDown(Level.Trial)
    public void close() {
        filled.close();
    }

    private long[] ids() {
        return random.longs(CHUNK, 0, ROWS).toArray();
    }

    private static long first(int chunk) {
        return chunk / 2 * (long) CHUNK;
    }

    private int chunk() {
        return random.nextInt(texts.length);
    }

    @Benchmark
    @OperationsPerInvocation(CHUNK)
    public long get() {
        return side.get(ids());
    }

    @Benchmark
    @OperationsPerInvocation(CHUNK)
    public long getEach() {
        return side.getEach(ids());
    }

    @Benchmark
    @OperationsPerInvocation(CHUNK)
    public void put() {
        int chunk = chunk();
        side.put(first(chunk), texts[chunk]);
    }

    @Benchmark
    @OperationsPerInvocation(CHUNK)
    public void putIndexed() {
        int chunk = chunk();
        side.putIndexed(first(chunk), texts[chunk]);
    }

    @Benchmark
    @OperationsPerInvocation(CHUNK)
    public long range() {
        long from = random.nextLong(ROWS - CHUNK);
        return side.range(from, from + CHUNK);
    }

    @Benchmark
    @OperationsPerInvocation(MapRows.GROUP)
    public long indexLookup() {
        return side.byGroup(MapRows.groupOf(MapRows.GROUP + random.nextLong(ROWS - 2 * MapRows.GROUP)));
    }
}
