package dev.dormouse.internal.layout.transfer;

import dev.dormouse.internal.enhance.ClassAccessor;
import dev.dormouse.internal.layout.CollectionLocation;
import dev.dormouse.internal.layout.KeySource;
import dev.dormouse.internal.layout.PendingReference;
import dev.dormouse.internal.layout.References;
import dev.dormouse.internal.layout.ToOneLocation;
import dev.dormouse.store.Change;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Associations that are not kept in the record: the context gives their values, the flush writes them. */
public final class ElsewhereTransfers {

    private ElsewhereTransfers() {}

    abstract static class Elsewhere extends AttributeTransfer {
        Elsewhere(ClassAccessor accessor, int position) {
            super(accessor, position);
        }

        @Override
        final boolean needsNoRecord() {
            return true;
        }

        @Override
        final boolean isQuiet() {
            return accessor.isField(position);
        }

        @Override
        final void store(Object holder, Record record) {}

        @Override
        public final void write(Object holder, Record record, KeySource keys) {}

        @Override
        public final boolean isChanged(Object holder, Object owner, RecordView loaded, KeySource keys) {
            return false;
        }

        @Override
        public final void addChanges(
                Object holder, Object owner, RecordView loaded, KeySource keys, List<Change.FieldChange> changes) {
            throw new AssertionError("never changed here");
        }
    }

    /** A reference to one entity, kept at the other side or in a join table. */
    public static final class ToOne extends Elsewhere {
        private final ToOneLocation location;

        /** Makes the step. */
        public ToOne(ClassAccessor accessor, int position, ToOneLocation location) {
            super(accessor, position);
            this.location = location;
        }

        @Override
        public @Nullable Object read(RecordView view, Object owner, References references) {
            return references.toOneElsewhere(owner, location);
        }

        @Override
        public void hydrate(RecordView view, Object holder, Object owner, References references) {
            references.await(new PendingReference(location, null, owner, holder, accessor, position));
        }

        @Override
        boolean isDeferred(RecordView view) {
            return location.attribute().isLazy();
        }
    }

    /** A collection, kept at the other side or in a join table. */
    public static final class ToMany extends Elsewhere {
        private final CollectionLocation location;

        /** Makes the step. */
        public ToMany(ClassAccessor accessor, int position, CollectionLocation location) {
            super(accessor, position);
            this.location = location;
        }

        @Override
        public Object read(RecordView view, Object owner, References references) {
            return references.collection(owner, location);
        }
    }
}
