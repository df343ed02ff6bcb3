package dev.dormouse.mongodb.server;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for conditions of which nobody tells. */
public final class Awaiting {

    /** Ample even on a machine that does much else. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private static final Duration PAUSE = Duration.ofMillis(10);

    private Awaiting() {}

    /**
     * Waits until a condition holds.
     *
     * @param failure what to say if it does not within two minutes
     */
    public static void until(BooleanSupplier condition, Supplier<String> failure) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException(failure.get());
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
