package dev.dormouse.internal.context;

import jakarta.persistence.LockModeType;
import java.time.Duration;

/**
 * A lock that somebody asks for (section 3.5.4).
 *
 * @param mode the mode; {@code READ} and {@code WRITE} stand as their optimistic synonyms
 * @param timeout how long to wait for a pessimistic lock, zero for an immediate answer
 */
public record LockRequest(LockModeType mode, Duration timeout) {

    /** No lock. */
    public static final LockRequest NONE = new LockRequest(LockModeType.NONE, Duration.ZERO);

    /** Replaces the old names of modes. */
    public LockRequest {
        if (mode == LockModeType.READ) {
            mode = LockModeType.OPTIMISTIC;
        } else if (mode == LockModeType.WRITE) {
            mode = LockModeType.OPTIMISTIC_FORCE_INCREMENT;
        }
    }

    /** Returns whether the mode locks the record in the store. */
    public boolean isPessimistic() {
        return isPessimistic(mode);
    }

    /** Returns whether a mode locks the record in the store. */
    public static boolean isPessimistic(LockModeType mode) {
        return mode == LockModeType.PESSIMISTIC_READ
                || mode == LockModeType.PESSIMISTIC_WRITE
                || mode == LockModeType.PESSIMISTIC_FORCE_INCREMENT;
    }

    /** Returns whether a mode needs a version. */
    public boolean needsVersion() {
        return mode == LockModeType.OPTIMISTIC
                || mode == LockModeType.OPTIMISTIC_FORCE_INCREMENT
                || mode == LockModeType.PESSIMISTIC_FORCE_INCREMENT;
    }
}
