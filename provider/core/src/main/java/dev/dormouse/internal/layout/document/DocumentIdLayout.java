package dev.dormouse.internal.layout.document;

import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.internal.layout.IdLayout;
import dev.dormouse.internal.layout.LayoutMessages;
import dev.dormouse.internal.layout.ToOneLocation;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.Record;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The id of an entity, whatever its form. */
final class DocumentIdLayout implements IdLayout {

    private final EntityLayout entity;
    private final List<FieldPath> parts;
    private final List<Derived> derived;
    private final List<ToOneLocation> locations;
    private final IdForm form;

    /**
     * An association that gives parts of the id.
     *
     * @param location the association
     * @param positions for each part of the target's key its position in this key, -1 for none
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Derived(ToOneLocation location, int[] positions) {}

    DocumentIdLayout(EntityLayout entity, List<FieldPath> parts, List<Derived> derived, IdForm form) {
        this.entity = entity;
        this.parts = List.copyOf(parts);
        this.derived = List.copyOf(derived);
        this.locations = derived.stream().map(Derived::location).toList();
        this.form = form;
    }

    @Override
    public Class<?> javaType() {
        return form.javaType();
    }

    @Override
    public List<FieldPath> parts() {
        return parts;
    }

    @Override
    public Key key(@Nullable Object id) {
        if (id != null && !form.javaType().isInstance(id)) {
            throw new IllegalArgumentException(LayoutMessages.WRONG_ID.text(
                    id,
                    id.getClass().getName(),
                    entity.model().name(),
                    form.javaType().getName()));
        }
        Key key = id == null ? null : form.key(id);
        if (key == null || key.hasNull()) {
            throw new IllegalArgumentException(
                    LayoutMessages.NULL_ID.text(id, entity.model().name()));
        }
        return key;
    }

    @Override
    public Object id(Key key) {
        return form.id(key);
    }

    @Override
    public @Nullable Key keyOf(Object instance) {
        if (derived.isEmpty()) {
            return form.keyOf(instance);
        }
        Key key = Key.of(derivedRecord(instance), entity.table().primaryKey());
        return key.hasNull() ? null : key;
    }

    /** Returns the key fields: those of the own attributes, over them what associations give. */
    private Record derivedRecord(Object instance) {
        Record record = form.own(instance);
        for (Derived association : derived) {
            Object target = entity.get(instance, association.location.path());
            Key key = target == null ? null : association.location.target().id().keyOf(target);
            for (int i = 0; key != null && i < association.positions.length; i++) {
                if (association.positions[i] >= 0) {
                    record.set(entity.table().primaryKey().get(association.positions[i]), key.part(i));
                }
            }
        }
        return record;
    }

    @Override
    public void set(Object instance, Key key) {
        form.set(instance, key);
    }

    @Override
    public List<ToOneLocation> derivedFrom() {
        return locations;
    }

    @Override
    public void derive(Object instance) {
        if (!derived.isEmpty()) {
            Record fields = derivedRecord(instance);
            if (!fields.equals(form.own(instance))) {
                form.set(instance, fields);
            }
        }
    }
}
