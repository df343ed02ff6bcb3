package dev.dormouse.store.type;

import org.jspecify.annotations.Nullable;

/** The three truth values of SQL and of the Jakarta Persistence query language (specification, section 4.11). */
public enum Truth {
    /** Holds. */
    TRUE,
    /** Does not hold. */
    FALSE,
    /** A null was involved. */
    UNKNOWN;

    /** Returns {@link #TRUE} or {@link #FALSE}. */
    public static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /** Returns the truth of a nullable boolean, null being {@link #UNKNOWN}. */
    public static Truth ofNullable(@Nullable Boolean value) {
        return value == null ? UNKNOWN : of(value);
    }

    /** Returns the conjunction. */
    public Truth and(Truth other) {
        if (this == FALSE || other == FALSE) {
            return FALSE;
        }
        return this == TRUE && other == TRUE ? TRUE : UNKNOWN;
    }

    /** Returns the disjunction. */
    public Truth or(Truth other) {
        if (this == TRUE || other == TRUE) {
            return TRUE;
        }
        return this == FALSE && other == FALSE ? FALSE : UNKNOWN;
    }

    /** Returns the negation; what is unknown stays unknown. */
    public Truth not() {
        return this == UNKNOWN ? UNKNOWN : of(this == FALSE);
    }

    /** Returns the boolean value, null for {@link #UNKNOWN}. */
    public @Nullable Boolean toBoolean() {
        return this == UNKNOWN ? null : this == TRUE;
    }
}
