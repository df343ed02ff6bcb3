package dev.dormouse.benchmarks;

import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.GroupThreads;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Every operation of {@link Side}, timed. The time is that of one invocation, which does the work that the method names. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init")
public class Operations {

    private static final int CHUNK = 1000;

    /** A filled database of the side that is measured, which is only read. */
    @State(Scope.Benchmark)
    public static class Filled {

        /** The name of a {@link Database}. */
        @Param("DORMOUSE")
        public String database;

        /** How many rows the main entity has. */
        @Param("20000")
        public int rows;

        /** Below which folder filled databases are kept. */
        @Param("target/benchmark")
        public String folder;

        FilledDatabase filled;
        Side side;

        /** Opens it; it is filled if it is the first time. */
        @Setup(Level.Trial)
        public void open() {
            filled = openFilled(Database.valueOf(database));
            side = filled.side();
        }

        FilledDatabase openFilled(Database opened) {
            return FilledDatabase.open(opened, rows, Path.of(folder));
        }

        /** Closes it. */
        @TearDown(Level.Trial)
        public void close() {
            filled.close();
        }
    }

    /** A copy of the filled database, which may be changed. */
    @State(Scope.Benchmark)
    public static class Changed extends Filled {

        final AtomicLong nextId = new AtomicLong();
        final AtomicLong nextTree = new AtomicLong();
        private long commitsBefore;

        @Override
        FilledDatabase openFilled(Database opened) {
            FilledDatabase copy = FilledDatabase.openCopy(opened, rows, Path.of(folder));
            nextId.set(rows);
            nextTree.set(1 << FilledDatabase.TREE_DEPTH);
            commitsBefore = Commits.of(copy.folder());
            return copy;
        }

        /** Notes how many transactions a commit had, where the store can tell. */
        @TearDown(Level.Trial)
        public void note() {
            Commits.note(Path.of(folder), nextId.get() - rows, Commits.of(filled.folder()) - commitsBefore);
        }
    }

    /** Which row is next, by chance, the same in every run. */
    @State(Scope.Thread)
    public static class Chance {
        private final SplittableRandom random = new SplittableRandom(20261121);

        int below(int bound) {
            return random.nextInt(bound);
        }

        long[] ids(int count, int bound) {
            return random.longs(count, 0, bound).toArray();
        }
    }

    /** A thousand rows that an invocation writes and that are removed after it. */
    @State(Scope.Thread)
    public static class NewRows {
        private long first;

        /** Takes a thousand ids. */
        @Setup(Level.Invocation)
        public void take(Changed on) {
            first = on.nextId.getAndAdd(CHUNK);
        }

        /** Removes the rows. */
        @TearDown(Level.Invocation)
        public void remove(Changed on) {
            on.side.remove(first, CHUNK);
        }
    }

    /** A thousand rows that are there before an invocation, which removes them. */
    @State(Scope.Thread)
    public static class OldRows {
        private long first;

        /** Writes them. */
        @Setup(Level.Invocation)
        public void write(Changed on) {
            first = on.nextId.getAndAdd(CHUNK);
            on.side.persist(first, CHUNK);
        }
    }

    @Benchmark
    public void persist1000(Changed on, NewRows rows) {
        on.side.persist(rows.first, CHUNK);
    }

    @Benchmark
    public void remove1000(Changed on, OldRows rows) {
        on.side.remove(rows.first, CHUNK);
    }

    @Benchmark
    public long find1000InNewContexts(Filled on, Chance chance) {
        return on.side.findEach(chance.ids(CHUNK, on.rows));
    }

    @Benchmark
    public long find1000InOneContext(Filled on, Chance chance) {
        return on.side.findAll(chance.ids(CHUNK, on.rows));
    }

    @Benchmark
    public void update1000(Changed on, Chance chance) {
        on.side.update(chance.below(on.rows - CHUNK + 1), CHUNK, chance.below(1000));
    }

    @Benchmark
    public void updateVersioned100(Changed on, Chance chance) {
        on.side.updateVersioned(chance.below(Rows.ACCOUNTS - 100), 100);
    }

    @Benchmark
    public void persistTreeOf1023(Changed on) {
        on.side.persistTree(on.nextTree.getAndAdd(1 << FilledDatabase.TREE_DEPTH), FilledDatabase.TREE_DEPTH);
    }

    @Benchmark
    public long walkTreeOf1023(Filled on) {
        return on.side.walkTree(0);
    }

    @Benchmark
    public long findGraph(Filled on, Chance chance) {
        return on.side.graph(chance.below(on.rows));
    }

    @Benchmark
    public long uniqueLookup(Filled on, Chance chance) {
        return on.side.uniqueLookup(Rows.email(chance.below(on.rows)));
    }

    @Benchmark
    public long indexedEquality(Filled on, Chance chance) {
        return on.side.byName(Rows.name(chance.below(on.rows)));
    }

    @Benchmark
    public long rangeWithOrder(Filled on, Chance chance) {
        var from = Rows.birth(chance.below(on.rows));
        return on.side.range(from, from.plusDays(Math.max(1, 1_000_000L / on.rows)));
    }

    @Benchmark
    public long joinOrderLimit20(Filled on, Chance chance) {
        return on.side.latestHired("department" + department(on, chance, 1));
    }

    @Benchmark
    public long fetchJoin(Filled on, Chance chance) {
        return on.side.fetchJoin(department(on, chance, 1));
    }

    @Benchmark
    public long manyToManyJoin(Filled on, Chance chance) {
        return on.side.manyToMany("project" + chance.below((int) Rows.projects(on.rows)));
    }

    @Benchmark
    public long correlatedSubquery(Filled on, Chance chance) {
        return on.side.bestPaid(department(on, chance, 10));
    }

    private static int department(Filled on, Chance chance, int room) {
        return chance.below(on.rows / Rows.DEPARTMENT - room + 1);
    }

    @Benchmark
    public long groupByOverJoin(Filled on) {
        return on.side.groupBy();
    }

    @Benchmark
    public long scanWithFilter(Filled on, Chance chance) {
        return on.side.scan(chance.below(1000));
    }

    @Benchmark
    public long bulkUpdate1000(Changed on, Chance chance) {
        return on.side.bulkUpdate(chance.below(on.rows - CHUNK + 1), CHUNK);
    }

    @Benchmark
    public void insertOne(Changed on) {
        on.side.persist(on.nextId.getAndIncrement(), 1);
    }

    @Benchmark
    @Group("eightReadersAndOneWriter")
    @GroupThreads(8)
    public long read(Changed on, Chance chance) {
        return on.side.findEach(chance.ids(1, on.rows));
    }

    @Benchmark
    @Group("eightReadersAndOneWriter")
    @GroupThreads(1)
    public void write(Changed on, Chance chance) {
        on.side.update(chance.below(on.rows), 1, chance.below(1000));
    }
}
