package dev.dormouse.internal.layout.document;

import dev.dormouse.internal.layout.BoundLayout;
import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.internal.layout.value.ValueConversion;
import dev.dormouse.internal.layout.value.ValueConversions;
import dev.dormouse.internal.mapping.model.BasicAttribute;
import dev.dormouse.internal.mapping.model.BasicValue;
import dev.dormouse.internal.mapping.model.PersistenceUnitModel;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The bound layouts of a unit. */
final class DocumentBoundLayout implements BoundLayout {

    private final PersistenceUnitModel model;
    private final Map<String, EntityLayout> entities;
    private final Map<Class<?>, EntityLayout> byClass = new HashMap<>();
    private final ValueConversions conversions;
    private final IdSequences sequences;

    DocumentBoundLayout(
            PersistenceUnitModel model,
            Map<String, ? extends EntityLayout> entities,
            ValueConversions conversions,
            IdSequences sequences) {
        this.model = model;
        this.entities = new LinkedHashMap<>(entities);
        this.conversions = conversions;
        this.sequences = sequences;
        entities.values().forEach(layout -> byClass.put(layout.javaClass(), layout));
    }

    @Override
    public PersistenceUnitModel model() {
        return model;
    }

    @Override
    public Collection<EntityLayout> entities() {
        return Collections.unmodifiableCollection(entities.values());
    }

    @Override
    public EntityLayout entity(String name) {
        return Objects.requireNonNull(entities.get(name), () -> "no entity " + name);
    }

    /** A generated subclass is found by its superclass; a subclass of the application that is no entity is none. */
    @Override
    public Optional<EntityLayout> entityOf(Class<?> type) {
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            EntityLayout layout = byClass.get(c);
            if (layout != null) {
                return c == type || type.isHidden() ? Optional.of(layout) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    @Override
    public ValueConversion conversion(BasicValue value) {
        return conversions.of(value);
    }

    @Override
    public Optional<IdSequence> sequence(EntityLayout entity, BasicAttribute attribute) {
        return sequences.of(entity.root().model(), attribute);
    }
}
