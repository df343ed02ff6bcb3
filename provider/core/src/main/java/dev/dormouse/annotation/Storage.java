package dev.dormouse.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Chooses the codec in which the records of an entity are kept on LMDB, and how they are compressed; without it the settings of the persistence unit decide.
 *
 * <p>Stands on an entity class that is the root of its inheritance hierarchy. Records that were written otherwise stay
 * readable, so the choice may change at any time without a migration; the rows of a table take it over when they are written again. Stores that have a format of their own (MongoDB) do not use it.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Storage {

    /** Returns the codec of the entity's records. */
    Codec value() default Codec.DEFAULT;

    /** Returns how the entity's records are compressed. */
    Compression compression() default Compression.DEFAULT;

    /** A record format. */
    enum Codec {
        /** What {@code dormouse.lmdb.codec} says. */
        DEFAULT,
        /** One field is read without the others; field numbers are assigned in the catalog. */
        FLATBUFFERS,
        /** Self-describing, readable by any CBOR tool. */
        CBOR
    }

    /** A way to make records shorter. A record that would not become shorter is kept as it is. */
    enum Compression {
        /** What {@code dormouse.lmdb.compression} says. */
        DEFAULT,
        /** Not at all: a field is read in place. */
        NONE,
        /** The format of zlib. */
        ZLIB,
        /** Snappy: little shorter, quickly. */
        SNAPPY,
        /** Zstandard: much shorter, still quickly. */
        ZSTD
    }
}
