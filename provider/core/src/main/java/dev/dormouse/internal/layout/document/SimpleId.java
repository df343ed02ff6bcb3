package dev.dormouse.internal.layout.document;

import dev.dormouse.internal.enhance.ClassAccessor;
import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.internal.layout.value.ValueConversion;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.Record;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An id of one value, in an attribute of the entity or, with position -1, in that of an associated one. */
final class SimpleId implements IdForm {

    private final ClassAccessor accessor;
    private final FieldPath field;
    private final ValueConversion conversion;
    private final int position;

    SimpleId(EntityLayout layout, ValueConversion conversion, int position) {
        this.accessor = layout.accessor();
        this.field = layout.table().primaryKey().get(0);
        this.conversion = conversion;
        this.position = position;
    }

    @Override
    public Class<?> javaType() {
        return conversion.javaType();
    }

    @Override
    public Key key(Object id) {
        return Key.of(conversion.toStore(id));
    }

    @Override
    public Object id(Key key) {
        return Objects.requireNonNull(conversion.toJava(key.part(0)));
    }

    @Override
    public Record own(Object entity) {
        Record record = new Record(0);
        record.set(field, value(entity));
        return record;
    }

    private @Nullable Object value(Object entity) {
        return position < 0 ? null : conversion.toStore(accessor.get(entity, position));
    }

    @Override
    public @Nullable Key keyOf(Object entity) {
        Object value = value(entity);
        return value == null ? null : Key.of(value);
    }

    @Override
    public void set(Object entity, Record fields) {
        set(entity, Key.of(fields.get(field)));
    }

    @Override
    public void set(Object entity, Key key) {
        if (position >= 0) {
            accessor.set(entity, position, conversion.toJava(key.part(0)));
        }
    }
}
