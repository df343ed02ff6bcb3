package dev.dormouse.internal.enhance.attribute;

import dev.dormouse.enhanced.AttributeState;
import dev.dormouse.enhanced.EnhancedEntity;
import dev.dormouse.internal.enhance.EnhanceMessages;
import jakarta.persistence.PersistenceException;
import java.util.HashSet;
import java.util.Set;

/** The state of an instance that was serialized with unloaded attributes: they stay unloaded, and are never taken for null. */
final class UnloadedAttributes extends AttributeState {

    private static final long serialVersionUID = 1L;

    private final String entity;
    private final HashSet<String> names;

    UnloadedAttributes(String entity, Set<String> names) {
        super(true);
        this.entity = entity;
        this.names = new HashSet<>(names);
    }

    @Override
    protected void read(EnhancedEntity instance, String attribute) {
        if (names.contains(attribute)) {
            throw new PersistenceException(EnhanceMessages.NOT_LOADED.text(entity + "." + attribute));
        }
    }

    @Override
    protected void write(EnhancedEntity instance, String attribute) {
        if (names.contains(attribute)) {
            HashSet<String> left = new HashSet<>(names);
            left.remove(attribute);
            instance.dormouseState(left.isEmpty() ? null : new UnloadedAttributes(entity, left));
        }
    }

    @Override
    protected void complete() {}

    @Override
    public boolean isUnloaded(String attribute) {
        return names.contains(attribute);
    }
}
