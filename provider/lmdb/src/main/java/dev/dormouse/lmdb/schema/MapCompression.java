package dev.dormouse.lmdb.schema;

/** How the values of a map are compressed when they are written. Values that were written otherwise stay readable. */
public enum MapCompression {
    /** Not at all. */
    NONE,
    /** By zlib: small, slower. */
    ZLIB,
    /** By Snappy: fast. */
    SNAPPY,
    /** By Zstandard: small and fast. */
    ZSTD
}
