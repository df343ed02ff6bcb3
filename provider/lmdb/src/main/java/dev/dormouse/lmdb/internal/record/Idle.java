package dev.dormouse.lmdb.internal.record;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** Objects that one thread at a time may use and that cost much to make: as many as were ever used at one time. */
final class Idle<T> {

    private final ConcurrentLinkedQueue<T> idle = new ConcurrentLinkedQueue<>();
    private final Supplier<T> maker;

    Idle(Supplier<T> maker) {
        this.maker = maker;
    }

    /** Lends one for the time of some work. One that has failed is not used again. */
    int use(ToIntFunction<T> work) {
        T present = idle.poll();
        T mine = present == null ? maker.get() : present;
        int result = work.applyAsInt(mine);
        idle.add(mine);
        return result;
    }
}
