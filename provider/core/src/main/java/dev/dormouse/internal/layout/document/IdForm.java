package dev.dormouse.internal.layout.document;

import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.Record;
import org.jspecify.annotations.Nullable;

/** The form of an id: one value, or an object of several. Key fields pass in a record, where there are several. */
interface IdForm {

    Class<?> javaType();

    /** Returns the key of an id object of the right class. */
    Key key(Object id);

    Object id(Key key);

    /** Returns what the entity's own id attributes hold; parts of associations are null. */
    Record own(Object entity);

    /** Returns the key of an entity that is not derived from associations, null as long as a part is. */
    @Nullable
    Key keyOf(Object entity);

    /** Sets the entity's own id attributes. */
    void set(Object entity, Record fields);

    /** Sets the entity's own id attributes. */
    void set(Object entity, Key key);
}
