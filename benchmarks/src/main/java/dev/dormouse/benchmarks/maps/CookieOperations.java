package dev.dormouse.benchmarks.maps;

import dev.dormouse.lmdb.value.FlatView;
import dev.dormouse.lmdb.value.ValueBuffer;
import dev.dormouse.lmdb.value.ValueType;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One property of a FlatBuffers value of seventeen, beside the whole value. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class CookieOperations {

    private static final int VALUES = 1024;

    private final SplittableRandom random = new SplittableRandom(20261121);
    private final DirectBuffer[] encoded = encoded(VALUES);
    private final ValueType<FlatView<Cookie>> views = TypedSide.COOKIES.views();

    static DirectBuffer[] encoded(int count) {
        DirectBuffer[] encoded = new DirectBuffer[count];
        for (int i = 0; i < count; i++) {
            ValueBuffer out = new ValueBuffer();
            TypedSide.COOKIES.encode(out, Cookie.of(i));
            encoded[i] = new UnsafeBuffer(out.toBytes());
        }
        return encoded;
    }

    private DirectBuffer next() {
        return encoded[random.nextInt(VALUES)];
    }

    @Benchmark
    public long oneField() {
        return views.decode(next()).getLong(TypedSide.SESSION);
    }

    @Benchmark
    public long wholeValue() {
        return TypedSide.COOKIES.decode(next()).authenticatedSession;
    }
}
