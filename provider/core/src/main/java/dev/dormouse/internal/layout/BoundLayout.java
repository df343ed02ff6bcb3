package dev.dormouse.internal.layout;

import dev.dormouse.internal.layout.value.ValueConversion;
import dev.dormouse.internal.mapping.model.BasicAttribute;
import dev.dormouse.internal.mapping.model.BasicValue;
import dev.dormouse.internal.mapping.model.PersistenceUnitModel;
import java.util.Collection;
import java.util.Optional;

/** The layouts of all entities of a unit, bound to one version of a catalog; good also for later versions that only widen tables. */
public interface BoundLayout {

    /** Returns the mapping of the unit. */
    PersistenceUnitModel model();

    /** Returns the layouts, a superclass before its subclasses. */
    Collection<EntityLayout> entities();

    /** Returns the layout of an entity by entity name. */
    EntityLayout entity(String name);

    /** Returns the layout of a class: an entity class as the application wrote it, or a generated subclass; empty for others. */
    Optional<EntityLayout> entityOf(Class<?> type);

    /** Returns how values of a basic type become stored ones: of an attribute, of a result of an expression. */
    ValueConversion conversion(BasicValue value);

    /**
     * Returns the sequence from which a generated id takes its numbers; empty for a UUID and for what is not generated.
     *
     * @param entity an entity with this attribute
     * @param attribute the attribute, of the entity or of its embedded id
     */
    Optional<IdSequence> sequence(EntityLayout entity, BasicAttribute attribute);

    /**
     * Where generated ids come from.
     *
     * @param name the sequence, as the store knows it
     * @param allocationSize how many numbers are taken at once
     */
    record IdSequence(String name, int allocationSize) {}
}
