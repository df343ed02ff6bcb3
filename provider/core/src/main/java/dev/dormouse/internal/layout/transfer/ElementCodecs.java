package dev.dormouse.internal.layout.transfer;

import dev.dormouse.internal.layout.BasicLocation;
import dev.dormouse.internal.layout.CollectionLocation;
import dev.dormouse.internal.layout.KeySource;
import dev.dormouse.internal.layout.Reference;
import dev.dormouse.internal.layout.References;
import dev.dormouse.internal.layout.ToManyLocation;
import dev.dormouse.internal.layout.ToOneLocation;
import dev.dormouse.internal.layout.value.ValueConversion;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The codecs of elements. */
public final class ElementCodecs {

    private ElementCodecs() {}

    /** Of basic values that are the elements themselves. */
    public record Bare(ValueConversion conversion) implements ElementCodec {
        @Override
        public Object toStore(Object element, KeySource keys) {
            return Objects.requireNonNull(conversion.toStore(element));
        }

        @Override
        public Object toJava(Object stored, Object owner, References references) {
            return Objects.requireNonNull(conversion.toJava(stored));
        }

        @Override
        public boolean isImmutable() {
            return conversion.isIdentity();
        }
    }

    /** Of embeddables as nested records. */
    public record Embeddable(EmbeddableTransfer transfer) implements ElementCodec {
        @Override
        public Object toStore(Object element, KeySource keys) {
            Record record = new Record(0);
            transfer.write(element, record, keys);
            return record;
        }

        @Override
        public Object toJava(Object stored, Object owner, References references) {
            return transfer.readPresent((RecordView) stored, owner, references);
        }

        @Override
        public boolean isImmutable() {
            return false;
        }
    }

    /**
     * Of entities as their keys.
     *
     * @param location the collection
     * @param element an element, as of an association to one
     */
    public record Keys(ToManyLocation location, ToOneLocation element) implements ElementCodec {
        @Override
        public Object toStore(Object entity, KeySource keys) {
            return Objects.requireNonNull(
                    keys.key(location, location.target(), entity).part(0));
        }

        @Override
        public Object toJava(Object stored, Object owner, References references) {
            return references.toOne(element, Key.of(stored));
        }

        @Override
        public boolean isImmutable() {
            return true;
        }
    }

    /** A side of an entry. */
    public interface Side {
        /** Returns the value from the nested record of an entry. */
        @Nullable
        Object read(RecordView entry, Object owner, References references);

        /** Writes the value into the nested record of an entry. */
        void write(Object value, Record entry, KeySource keys);

        /** Tells whether the value cannot change in its place. */
        boolean isImmutable();
    }

    /** A basic key or value of an entry. */
    public record BasicSide(BasicLocation location) implements Side {
        @Override
        public @Nullable Object read(RecordView entry, Object owner, References references) {
            return location.conversion().toJava(entry.get(location.field()));
        }

        @Override
        public void write(Object value, Record entry, KeySource keys) {
            entry.set(location.field(), location.conversion().toStore(value));
        }

        @Override
        public boolean isImmutable() {
            return location.conversion().isIdentity();
        }
    }

    /** An embeddable key or value of an entry. */
    public record EmbeddableSide(EmbeddableTransfer transfer) implements Side {
        @Override
        public @Nullable Object read(RecordView entry, Object owner, References references) {
            return transfer.read(entry, owner, references);
        }

        @Override
        public void write(Object value, Record entry, KeySource keys) {
            transfer.write(value, entry, keys);
        }

        @Override
        public boolean isImmutable() {
            return false;
        }
    }

    /**
     * An entity as key of an entry.
     *
     * @param location the collection
     * @param reference the reference in the entry, as of an association to one
     */
    public record EntitySide(CollectionLocation location, ToOneLocation reference) implements Side {
        @Override
        public @Nullable Object read(RecordView entry, Object owner, References references) {
            Key key = Key.of(entry, fields());
            return key.hasNull() ? null : references.toOne(reference, key);
        }

        @Override
        public void write(Object value, Record entry, KeySource keys) {
            Key key = keys.key(location, reference.target(), value);
            for (int i = 0; i < key.size(); i++) {
                entry.set(fields().get(i), key.part(i));
            }
        }

        private List<FieldPath> fields() {
            return ((Reference.InOwner) reference.reference()).fields();
        }

        @Override
        public boolean isImmutable() {
            return true;
        }
    }

    /** Of the entries of a map as nested records. */
    public record Entries(Side key, Side value) implements ElementCodec {
        @Override
        public Object toStore(Object element, KeySource keys) {
            Map.Entry<?, ?> entry = (Map.Entry<?, ?>) element;
            Record record = new Record(0);
            key.write(Objects.requireNonNull(entry.getKey()), record, keys);
            value.write(Objects.requireNonNull(entry.getValue()), record, keys);
            return record;
        }

        @Override
        public Object toJava(Object stored, Object owner, References references) {
            RecordView record = (RecordView) stored;
            return new SimpleImmutableEntry<>(
                    key.read(record, owner, references), value.read(record, owner, references));
        }

        @Override
        public boolean isImmutable() {
            return key.isImmutable() && value.isImmutable();
        }
    }
}
