package dev.dormouse.lmdb;

/** What a commit waits for; {@code docs/guide/lmdb.md} says what each can lose. */
public enum MapDurability {
    /** For the disk. */
    COMMIT,
    /** For nothing; the disk follows within an interval. */
    INTERVAL,
    /** For nothing at all. */
    NONE
}
