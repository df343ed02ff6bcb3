package dev.dormouse.internal.session;

import dev.dormouse.internal.context.EntityInspection;
import jakarta.persistence.PersistenceUnitUtil;
import jakarta.persistence.metamodel.Attribute;
import org.jspecify.annotations.Nullable;

/** The utility of a unit as the application sees it (section 7.7). Thread-safe. */
final class UnitInspection implements PersistenceUnitUtil {

    private final EntityInspection inspection;

    UnitInspection(EntityInspection inspection) {
        this.inspection = inspection;
    }

    @Override
    public boolean isLoaded(Object entity, String attributeName) {
        return inspection.isLoaded(entity, attributeName);
    }

    @Override
    public <E> boolean isLoaded(E entity, Attribute<? super E, ?> attribute) {
        return inspection.isLoaded(entity, attribute.getName());
    }

    @Override
    public boolean isLoaded(Object entity) {
        return inspection.isLoaded(entity);
    }

    @Override
    public void load(Object entity, String attributeName) {
        inspection.load(entity, attributeName);
    }

    @Override
    public <E> void load(E entity, Attribute<? super E, ?> attribute) {
        inspection.load(entity, attribute.getName());
    }

    @Override
    public void load(Object entity) {
        inspection.load(entity);
    }

    @Override
    public boolean isInstance(Object entity, Class<?> entityClass) {
        return inspection.isInstance(entity, entityClass);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> Class<? extends T> getClass(T entity) {
        return (Class<? extends T>) inspection.entityClass(entity);
    }

    @Override
    public @Nullable Object getIdentifier(Object entity) {
        return inspection.identifier(entity);
    }

    @Override
    public @Nullable Object getVersion(Object entity) {
        return inspection.version(entity);
    }
}
