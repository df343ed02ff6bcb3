package dev.dormouse.internal.layout;

import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.Key;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The id of an entity (specification, section 2.4): id objects, keys, and what instances carry. */
public interface IdLayout {

    /** Returns the class of id objects; a wrapper for a primitive id. */
    Class<?> javaType();

    /** Returns the key fields in the order of {@link dev.dormouse.internal.mapping.model.IdModel#parts()}, which may differ from that of the key. */
    List<FieldPath> parts();

    /**
     * Returns the key of an id object, as {@code find} takes it.
     *
     * @throws IllegalArgumentException if the object is null, is not of the id's type or has a null part
     */
    Key key(@Nullable Object id);

    /** Returns a new id object for a key. Equal keys give equal objects, whatever object the key was made from. */
    Object id(Key key);

    /**
     * Returns the key that an instance carries, for a lazy reference without loading it; null as long as a part is null. Parts that
     * come from an association ({@code @MapsId}, {@code @Id} on an association) are taken from there if it is set.
     */
    @Nullable
    Key keyOf(Object entity);

    /** Sets the id of an instance that is new, or a lazy reference being made. Associations in the id are left alone. */
    void set(Object entity, Key key);

    /**
     * Returns the associations that give the instance's id or a part of it: their targets need ids before it has one.
     *
     * @return the locations; empty for most entities
     */
    List<ToOneLocation> derivedFrom();

    /** Copies what {@code @MapsId} associations give into the id attributes, as far as the associated entities have ids. */
    void derive(Object entity);
}
