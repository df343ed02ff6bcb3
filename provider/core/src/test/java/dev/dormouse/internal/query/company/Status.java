package dev.dormouse.internal.query.company;

/** Whether somebody works. */
public enum Status {
    ACTIVE,
    ON_LEAVE,
    RETIRED
}
