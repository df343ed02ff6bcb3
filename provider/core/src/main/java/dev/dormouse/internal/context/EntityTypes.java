package dev.dormouse.internal.context;

import dev.dormouse.internal.enhance.LazyReference;
import dev.dormouse.internal.layout.BoundLayout;
import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.internal.mapping.model.EntityModel;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The entity types of a unit. One for each factory; immutable and thread-safe. */
public final class EntityTypes {

    private final BoundLayout layouts;
    private final Map<EntityLayout, EntityType> byLayout = new HashMap<>();
    private final Map<Class<?>, EntityType> byClass = new HashMap<>();

    /**
     * Prepares the entities of a unit.
     *
     * @param layouts the bound layouts
     * @param callbacks gives the callbacks of an entity
     * @param validation what follows callbacks
     */
    public EntityTypes(
            BoundLayout layouts, Function<EntityModel, EntityCallbacks> callbacks, EntityValidation validation) {
        this.layouts = layouts;
        for (EntityLayout layout : layouts.entities()) {
            EntityType type = new EntityType(layout, callbacks.apply(layout.model()), validation);
            byLayout.put(layout, type);
            byClass.put(layout.javaClass(), type);
        }
    }

    /** Returns the layouts. */
    public BoundLayout layouts() {
        return layouts;
    }

    /** Returns all types, a superclass before its subclasses. */
    public Collection<EntityType> all() {
        return Collections.unmodifiableCollection(
                layouts.entities().stream().map(this::of).toList());
    }

    /** Returns the type with a layout. */
    public EntityType of(EntityLayout layout) {
        EntityType type = byLayout.get(layout);
        if (type == null) {
            throw new AssertionError(
                    "a layout of another unit: " + layout.model().name());
        }
        return type;
    }

    /** Returns the type of a class that the application names, or null if it is no entity. */
    public @Nullable EntityType find(Class<?> type) {
        EntityType found = byClass.get(type);
        if (found == null && LazyReference.class.isAssignableFrom(type)) {
            found = byClass.get(type.getSuperclass());
        }
        return found;
    }

    /**
     * Returns the type of a class that the application names.
     *
     * @throws IllegalArgumentException if it is no entity
     */
    public EntityType ofClass(@Nullable Class<?> type) {
        EntityType found = type == null ? null : find(type);
        if (found == null) {
            throw new IllegalArgumentException(
                    ContextMessages.NOT_AN_ENTITY.text(type == null ? null : type.getName()));
        }
        return found;
    }

    /**
     * Returns the type of an instance.
     *
     * @throws IllegalArgumentException if it is null or no entity
     */
    public EntityType ofInstance(@Nullable Object instance) {
        return ofClass(instance == null ? null : instance.getClass());
    }
}
