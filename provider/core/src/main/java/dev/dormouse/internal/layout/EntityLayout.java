package dev.dormouse.internal.layout;

import dev.dormouse.internal.enhance.ClassAccessor;
import dev.dormouse.internal.enhance.LazyReferences;
import dev.dormouse.internal.mapping.model.AttributeModel;
import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.model.EntityModel;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the entities of one class lie in their table, bound to the field numbers of a catalog. There is one instance for each entity in a
 * bound layout, so layouts are compared by identity.
 */
public interface EntityLayout {

    /** Returns the mapping. */
    EntityModel model();

    /** Returns the class that the application wrote. */
    Class<?> javaClass();

    /** Returns the accessor of the class, by the positions of {@link EntityModel#attributes()}. */
    ClassAccessor accessor();

    /** Returns what makes lazy references to exactly this entity. */
    LazyReferences lazyReferences();

    /** Returns the table; that of the root for a hierarchy in one table. */
    TableDefinition table();

    /** Returns the layout of the hierarchy's root; this one for an entity that stands alone. Keys are unique below one root. */
    EntityLayout root();

    /** Returns this layout and those of all entities below it. */
    List<EntityLayout> withSubLayouts();

    /** Returns the field that tells the entities of the table apart; empty where the entity is alone in it. */
    Optional<DiscriminatorLayout> discriminator();

    /**
     * Returns the layout of the entity that a record is of.
     *
     * @param view a record of {@link #table()}
     * @return the layout, null if the record is of an entity that is not this one nor below it
     * @throws jakarta.persistence.PersistenceException if the discriminator names no entity
     */
    @Nullable
    EntityLayout of(RecordView view);

    /** Tells the id of this entity: its key, the id objects, and the id that an instance carries. */
    IdLayout id();

    /** Returns the version, if the entity has one. */
    Optional<VersionLayout> version();

    /**
     * Returns where an attribute is.
     *
     * @param path a path through embedded values, not through associations
     * @throws AssertionError if there is no such attribute
     */
    AttributeLocation location(AttributePath path);

    /** Returns where an attribute of the entity itself is. */
    default AttributeLocation location(AttributeModel attribute) {
        return location(AttributePath.of(attribute.name()));
    }

    /**
     * Returns the locations of all associations and element collections, those in embedded values included, in the order of the
     * attributes: what cascades and what collections are flushed.
     */
    List<AssociationLocation> associations();

    /**
     * Returns the value of an attribute of an instance, null where an embeddable on the way is null. Property access calls the getter.
     *
     * @param path a path through embedded values
     */
    @Nullable
    Object get(Object instance, AttributePath path);

    /**
     * Sets an attribute of an instance. Embeddables on the way that are null are made; records on the way are replaced by new ones.
     *
     * @param path a path through embedded values
     */
    void set(Object instance, AttributePath path, @Nullable Object value);

    /** Returns what moves state between instances of exactly this class and records. */
    StateTransfer transfer();

    /** Returns the primary key of a record of the table. */
    default Key key(RecordView view) {
        return table().keyOf(view);
    }
}
