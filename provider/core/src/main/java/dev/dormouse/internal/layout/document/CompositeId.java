package dev.dormouse.internal.layout.document;

import dev.dormouse.internal.layout.AssociationLocation;
import dev.dormouse.internal.layout.CollectionLocation;
import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.internal.layout.KeySource;
import dev.dormouse.internal.layout.PendingReference;
import dev.dormouse.internal.layout.References;
import dev.dormouse.internal.layout.ToOneLocation;
import dev.dormouse.internal.layout.transfer.AttributeTransfer;
import dev.dormouse.internal.layout.transfer.EmbeddableTransfer;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.Record;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An id of several values: an embeddable, or an id class. It is moved as state is, through the key fields of a record. */
final class CompositeId implements IdForm {

    private static final KeySource NO_KEYS = (location, target, entity) -> {
        throw new AssertionError("an association in an id object: " + location.description());
    };

    private final List<FieldPath> key;
    private final EmbeddableTransfer object;
    private final List<AttributeTransfer> own;

    CompositeId(EntityLayout layout, EmbeddableTransfer object, List<AttributeTransfer> own) {
        this.key = layout.table().primaryKey();
        this.object = object;
        this.own = List.copyOf(own);
    }

    @Override
    public Class<?> javaType() {
        return object.location().accessor().type();
    }

    @Override
    public Key key(Object id) {
        Record record = new Record(0);
        object.write(id, record, NO_KEYS);
        return Key.of(record, key);
    }

    @Override
    public Object id(Key parts) {
        return Objects.requireNonNull(object.read(record(parts), parts, NoReferences.INSTANCE));
    }

    private Record record(Key parts) {
        Record record = new Record(0);
        for (int i = 0; i < key.size(); i++) {
            record.set(key.get(i), parts.part(i));
        }
        return record;
    }

    @Override
    public Record own(Object entity) {
        Record record = new Record(0);
        own.forEach(step -> step.write(entity, record, NO_KEYS));
        return record;
    }

    @Override
    public @Nullable Key keyOf(Object entity) {
        Key found = Key.of(own(entity), key);
        return found.hasNull() ? null : found;
    }

    @Override
    public void set(Object entity, Record fields) {
        own.forEach(step -> step.hydrate(fields, entity, entity, NoReferences.INSTANCE));
    }

    @Override
    public void set(Object entity, Key parts) {
        set(entity, record(parts));
    }

    /** An id object holds basic values only. */
    private enum NoReferences implements References {
        INSTANCE;

        @Override
        public Object toOne(ToOneLocation location, Key parts) {
            throw misuse(location);
        }

        @Override
        public @Nullable Object toOneIfKnown(ToOneLocation location, Key parts) {
            throw misuse(location);
        }

        @Override
        public void await(PendingReference pending) {
            throw misuse(pending.location());
        }

        @Override
        public @Nullable Object toOneByValues(ToOneLocation location, Key values) {
            throw misuse(location);
        }

        @Override
        public @Nullable Object toOneElsewhere(Object owner, ToOneLocation location) {
            throw misuse(location);
        }

        @Override
        public Object collection(Object owner, CollectionLocation location) {
            throw misuse(location);
        }

        private static AssertionError misuse(AssociationLocation location) {
            return new AssertionError("an association in an id object: " + location.description());
        }
    }
}
