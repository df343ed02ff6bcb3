package dev.dormouse.internal.query.build;

import dev.dormouse.internal.layout.CollectionLocation;
import dev.dormouse.internal.layout.EmbeddedLocation;
import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.record.FieldPath;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one item of SELECT becomes: which slots it reads, and what is made of them. */
public sealed interface Selection {

    /** Returns the class of the results, never primitive. */
    Class<?> javaType();

    /**
     * A basic value.
     *
     * @param slot where it is
     * @param type its type
     */
    record Value(Slot slot, ValueType type) implements Selection {
        @Override
        public Class<?> javaType() {
            return type.javaType();
        }
    }

    /**
     * A managed entity.
     *
     * @param slot where its record is
     * @param layout the entity as the query names it
     * @param fetches what is fetched with it
     */
    record Entity(Slot slot, EntityLayout layout, List<Fetch> fetches) implements Selection {
        public Entity {
            fetches = List.copyOf(fetches);
        }

        @Override
        public Class<?> javaType() {
            return layout.javaClass();
        }
    }

    /**
     * A new instance of an embeddable.
     *
     * @param slot where the record is that has it
     * @param location where it is in that record
     */
    record Embeddable(Slot slot, EmbeddedLocation location) implements Selection {
        @Override
        public Class<?> javaType() {
            return location.javaType();
        }
    }

    /**
     * An id object of several parts.
     *
     * @param slots where the parts are, in the order of the table's primary key
     * @param layout the entity
     */
    record CompositeId(List<Slot> slots, EntityLayout layout) implements Selection {
        public CompositeId {
            slots = List.copyOf(slots);
        }

        @Override
        public Class<?> javaType() {
            return layout.id().javaType();
        }
    }

    /**
     * The class of an entity.
     *
     * @param slot where its discriminator is, null where the entity is alone in its table
     * @param layout the entity
     */
    record EntityType(@Nullable Slot slot, EntityLayout layout) implements Selection {
        @Override
        public Class<?> javaType() {
            return Class.class;
        }
    }

    /**
     * An object made by a constructor.
     *
     * @param type its class
     * @param arguments what the constructor gets
     */
    record Construction(Class<?> type, List<Selection> arguments) implements Selection {
        public Construction {
            arguments = List.copyOf(arguments);
        }

        @Override
        public Class<?> javaType() {
            return type;
        }
    }

    /**
     * An entry of a map.
     *
     * @param key its key
     * @param value its value
     */
    record Entry(Selection key, Selection value) implements Selection {
        @Override
        public Class<?> javaType() {
            return Map.Entry.class;
        }
    }

    /**
     * An association that is loaded with its owner.
     *
     * @param collection the collection; null for an association to one
     * @param layout the entity fetched, null for elements that are no entities: those are in the owner's record
     * @param slot where its record is, null for such elements
     * @param position where its position in the list is, null for none
     * @param key the key of a map, null for other collections
     * @param order the fields of the fetched record that order the collection
     */
    record Fetch(
            @Nullable CollectionLocation collection,
            @Nullable EntityLayout layout,
            @Nullable Slot slot,
            @Nullable Slot position,
            @Nullable Selection key,
            List<OrderField> order) {
        public Fetch {
            order = List.copyOf(order);
        }
    }

    /**
     * One criterion of the order of a fetched collection.
     *
     * @param field a field of the fetched record
     * @param isDescending whether high values come first
     */
    record OrderField(FieldPath field, boolean isDescending) {}
}
