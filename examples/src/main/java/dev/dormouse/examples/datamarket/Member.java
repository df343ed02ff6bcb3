package dev.dormouse.examples.datamarket;

import java.math.BigInteger;
import java.time.Instant;

/** Who takes part, known by an address of 20 bytes. */
record Member(String profile, Instant joined, BigInteger registered, Level level) {

    /** How well a member is known; ordered. */
    enum Level {
        NONE,
        ACTIVE,
        VERIFIED,
        RETIRED,
        PENALTY,
        BLOCKED
    }
}
