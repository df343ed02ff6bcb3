package dev.dormouse.internal.context;

import dev.dormouse.enhanced.AttributeState;
import dev.dormouse.internal.enhance.LazyLoader;
import dev.dormouse.internal.enhance.LazyReference;
import dev.dormouse.internal.enhance.attribute.TrackedAttributes;
import dev.dormouse.internal.enhance.collection.CollectionState;
import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.store.record.Key;
import org.jspecify.annotations.Nullable;

/** Tells about instances of entities without a context: whether state is loaded, ids, versions (section 7.7). Thread-safe. */
public final class EntityInspection {

    private final EntityTypes types;

    /** Makes the inspection of a unit's entities. */
    public EntityInspection(EntityTypes types) {
        this.types = types;
    }

    /** Returns whether this unit has the entity of an instance. */
    public boolean knows(Object instance) {
        return types.find(instance.getClass()) != null;
    }

    /** Returns whether an entity is loaded: itself, and all that is eager. */
    public boolean isLoaded(Object entity) {
        EntityType type = types.ofInstance(entity);
        if (!LazyReference.isLoaded(entity)) {
            return false;
        }
        for (AssociationSlot slot : type.associations()) {
            if (!slot.location().attribute().isLazy() && !isLoaded(slot, entity)) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether an entity has a persistent attribute. */
    public boolean hasAttribute(Object entity, String attribute) {
        return types.ofInstance(entity).model().attributes().find(attribute).isPresent();
    }

    /** Returns whether an attribute is loaded. */
    public boolean isLoaded(Object entity, String attribute) {
        EntityType type = typeWith(entity, attribute);
        if (!LazyReference.isLoaded(entity)) {
            return type.model().isId(attribute);
        }
        for (AssociationSlot slot : type.associations()) {
            if (slot.location().path().head().equals(attribute) && !isLoaded(slot, entity)) {
                return false;
            }
        }
        return !TrackedAttributes.isUnloaded(entity, attribute);
    }

    private static boolean isLoaded(AssociationSlot slot, Object entity) {
        if (slot.isUnloaded(entity)) {
            return false;
        }
        CollectionState collection = slot.collection(entity);
        if (collection != null) {
            return collection.isLoaded();
        }
        Object value = slot.get(entity);
        return value == null || LazyReference.isLoaded(value);
    }

    /** Loads an entity. */
    public void load(Object entity) {
        types.ofInstance(entity);
        loadReference(entity);
    }

    /** Loads an attribute of an entity, and the entity. */
    public void load(Object entity, String attribute) {
        EntityType type = typeWith(entity, attribute);
        loadReference(entity);
        AttributeState.reading(entity, attribute);
        for (AssociationSlot slot : type.associations()) {
            if (slot.location().path().head().equals(attribute)) {
                CollectionState collection = slot.collection(entity);
                Object value = slot.get(entity);
                if (collection != null) {
                    collection.elements();
                } else if (value != null) {
                    loadReference(value);
                }
            }
        }
    }

    private static void loadReference(Object entity) {
        if (entity instanceof LazyReference reference) {
            LazyLoader loader = reference.dormouseLoader();
            if (loader != null) {
                loader.load(reference);
            }
        }
    }

    /** Returns whether an entity is of an entity class. */
    public boolean isInstance(Object entity, Class<?> entityClass) {
        types.ofInstance(entity);
        types.ofClass(entityClass);
        return entityClass.isInstance(entity);
    }

    /** Returns the class of an entity as the application wrote it. */
    public Class<?> entityClass(Object entity) {
        types.ofInstance(entity);
        return LazyReference.entityClass(entity);
    }

    /** Returns the id object of an entity, null if it has none yet. */
    public @Nullable Object identifier(Object entity) {
        EntityType type = types.ofInstance(entity);
        Key key = type.layout().id().keyOf(entity);
        return key == null ? null : type.layout().id().id(key);
    }

    /** Returns the version of an entity, null if it has none; loads the entity. */
    public @Nullable Object version(Object entity) {
        EntityType type = types.ofInstance(entity);
        String version = type.model().version();
        if (version == null) {
            return null;
        }
        loadReference(entity);
        return type.layout().get(entity, AttributePath.of(version));
    }

    private EntityType typeWith(Object entity, String attribute) {
        EntityType type = types.ofInstance(entity);
        if (type.model().attributes().find(attribute).isEmpty()) {
            throw new IllegalArgumentException(ContextMessages.NO_ATTRIBUTE.text(attribute, type.name()));
        }
        return type;
    }
}
