package dev.dormouse.jpql.ast;

/**
 * The functions for the current date or time (section 4.7.7.3).
 */
public enum DatetimeFunction {
    /** The date, a {@code java.sql.Date}. */
    CURRENT_DATE("CURRENT_DATE"),
    /** The time, a {@code java.sql.Time}. */
    CURRENT_TIME("CURRENT_TIME"),
    /** The date and time, a {@code java.sql.Timestamp}. */
    CURRENT_TIMESTAMP("CURRENT_TIMESTAMP"),
    /** The date, a {@code java.time.LocalDate}. */
    LOCAL_DATE("LOCAL DATE"),
    /** The time, a {@code java.time.LocalTime}. */
    LOCAL_TIME("LOCAL TIME"),
    /** The date and time, a {@code java.time.LocalDateTime}. */
    LOCAL_DATETIME("LOCAL DATETIME");

    private final String text;

    DatetimeFunction(String text) {
        this.text = text;
    }

    /** Returns the function as it is written. */
    public String text() {
        return text;
    }
}
