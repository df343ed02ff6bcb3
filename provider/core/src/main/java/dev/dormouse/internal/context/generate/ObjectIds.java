package dev.dormouse.internal.context.generate;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes ObjectIds as the BSON specification describes them: seconds since 1970, a random number of this process, a counter. Thread-safe. */
final class ObjectIds {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long PROCESS = RANDOM.nextLong() & 0xff_ffff_ffffL;
    private static final AtomicInteger COUNTER = new AtomicInteger(RANDOM.nextInt());

    private ObjectIds() {}

    /** Returns a new one as 24 hexadecimal digits. */
    static String next() {
        long seconds = System.currentTimeMillis() / 1000 & 0xffff_ffffL;
        return String.format("%08x%010x%06x", seconds, PROCESS, COUNTER.getAndIncrement() & 0xff_ffff);
    }
}
