package dev.dormouse.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Chooses how a store of documents (MongoDB) keeps an attribute whose type leaves a choice. References to an entity are kept as its id is.
 * On other stores nothing changes but that {@link Form#OBJECT_ID} takes the same texts.
 */
@Documented
@Target({ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface StoredAs {

    /** Returns the form. */
    Form value();

    /** A form of documents. */
    enum Form {
        /**
         * On a {@code String} of 24 hexadecimal digits in lower case: an ObjectId. An id that is generated ({@code @GeneratedValue}
         * without a strategy) is a new ObjectId.
         */
        OBJECT_ID,
        /** On an element collection that is a map with {@code String} keys: a sub-document with a field for each key, in place of an array of entries. */
        SUB_DOCUMENT
    }
}
