package dev.dormouse.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives the data of an entity an id of its own, by which it is found whatever class, entity and table are called.
 *
 * <p>Stands on an entity class that is the root of its inheritance hierarchy. The id is kept with the table in the catalog of the store. When a unit is opened whose entity has the id
 * and another table name, the table is renamed where the schema is updated, and what is named after the entity with it: join tables whose names and columns are left to the
 * defaults, and the sequence of ids that is not named. A table that has no id yet takes it over. The id of a table never changes; two tables never have one id, nor a table and a typed map on LMDB.
 *
 * <p>Default discriminator values are names of entities, and they stand in the records: give them with {@code @DiscriminatorValue} before renaming.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface StoreId {

    /** Returns the id: a UUID in its usual form, made once and kept for ever. */
    String value();
}
