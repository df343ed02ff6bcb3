package dev.dormouse.store;

/** Who else may lock a locked record. */
public enum LockStrength {
    /** Others may lock it shared. */
    SHARED,
    /** No other may lock it. */
    EXCLUSIVE
}
