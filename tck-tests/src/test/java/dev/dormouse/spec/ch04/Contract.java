package dev.dormouse.spec.ch04;

/** An enum that is stored by name. */
public enum Contract {
    FULL_TIME,
    PART_TIME,
    EXTERNAL
}
