package dev.dormouse.lmdb.internal.environment;

/** When commits reach the disk; see {@link dev.dormouse.settings.DormouseSettings#LMDB_DURABILITY}. */
public enum Durability {
    /** Before they are acknowledged. */
    COMMIT,
    /** Within an interval. */
    INTERVAL,
    /** When the operating system likes. */
    NONE
}
