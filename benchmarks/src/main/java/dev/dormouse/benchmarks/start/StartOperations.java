package dev.dormouse.benchmarks.start;

import dev.dormouse.benchmarks.TemporaryFolder;
import dev.dormouse.benchmarks.jpa.Provider;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The start of a factory, timed, in a warm JVM; the classes are new to it each time, as they are to an application that starts. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init")
public class StartOperations {

    /** The classes and where their database is. */
    @State(Scope.Benchmark)
    public static class Application {

        /** The name of a {@link Provider}. */
        @Param("DORMOUSE")
        public String provider;

        /** How many entities there are. */
        @Param({"5", "500"})
        public int entities;

        GeneratedEntities generated;
        List<Class<?>> classes;
        TemporaryFolder folder;

        @Nullable
        EntityManagerFactory started;

        /** Generates the classes. */
        @Setup(Level.Trial)
        public void generate() {
            generated = new GeneratedEntities(entities);
        }

        /** Loads them. */
        @Setup(Level.Invocation)
        public void load() {
            folder = new TemporaryFolder();
            prepare();
            classes = generated.load();
        }

        void prepare() {}

        EntityManagerFactory start() {
            EntityManagerFactory factory = Provider.valueOf(provider).open(folder.path(), classes);
            started = factory;
            return factory;
        }

        /** Closes the factory and removes its database. */
        @TearDown(Level.Invocation)
        public void close() {
            if (started != null) {
                started.close();
            }
            folder.close();
        }
    }

    /** The same where the database is there already. */
    @State(Scope.Benchmark)
    public static class KnownApplication extends Application {

        @Override
        void prepare() {
            classes = generated.load();
            start().close();
        }
    }

    @Benchmark
    public EntityManagerFactory startOnNewDatabase(Application application) {
        return application.start();
    }

    @Benchmark
    public EntityManagerFactory startOnFilledDatabase(KnownApplication application) {
        return application.start();
    }
}
