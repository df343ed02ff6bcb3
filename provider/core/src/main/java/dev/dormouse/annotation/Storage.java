package dev.dormouse.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Chooses the codec in which the records of an entity are kept on LMDB; without it the setting of the persistence unit decides.
 *
 * <p>Stands on an entity class that is the root of its inheritance hierarchy. Records that were written with the other codec stay
 * readable, so the choice may change at any time without a migration. Stores that have a format of their own (MongoDB) do not use it.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Storage {

    /** Returns the codec of the entity's records. */
    Codec value();

    /** A record format. */
    enum Codec {
        /** One field is read without the others; field numbers are assigned in the catalog. */
        FLATBUFFERS,
        /** Self-describing, readable by any CBOR tool. */
        CBOR
    }
}
