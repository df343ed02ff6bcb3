package dev.dormouse.internal.layout.transfer;

import dev.dormouse.internal.enhance.ClassAccessor;
import dev.dormouse.internal.enhance.attribute.DeferringState;
import dev.dormouse.internal.enhance.attribute.TrackedAttributes;
import dev.dormouse.internal.layout.EmbeddedLocation;
import dev.dormouse.internal.layout.KeySource;
import dev.dormouse.internal.layout.References;
import dev.dormouse.store.Change;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An embeddable: null with its nested record, else attribute by attribute. */
public final class EmbeddedTransfer extends AttributeTransfer {

    private final EmbeddableTransfer embeddable;
    private final @Nullable FieldPath record;

    EmbeddableTransfer embeddable() {
        return embeddable;
    }

    /** Makes the step for an embedded attribute. */
    public EmbeddedTransfer(ClassAccessor accessor, int position, EmbeddableTransfer embeddable) {
        super(accessor, position);
        this.embeddable = embeddable;
        EmbeddedLocation location = embeddable.location();
        this.record = location.record();
    }

    @Override
    public @Nullable Object read(RecordView view, Object owner, References references) {
        return embeddable.read(view, owner, references);
    }

    @Override
    void hydrate(RecordView view, Object holder, Object owner, References references, DeferringState told) {
        accessor.set(holder, position, embeddable.read(view, owner, references, told));
    }

    @Override
    boolean changesByAssignment() {
        return embeddable.tellsChanges();
    }

    @Override
    boolean needsNoRecord() {
        return embeddable.needsNoRecord();
    }

    @Override
    boolean isTold(Object holder, TrackedAttributes to) {
        Object value = value(holder);
        return value == null || !embeddable.tellsChanges() || embeddable.isTold(value, to);
    }

    @Override
    boolean mayBeUntoldAfterInsert() {
        return embeddable.tellsChanges();
    }

    @Override
    boolean isToldAfterInsert(Object holder, TrackedAttributes to) {
        Object value = value(holder);
        return value == null
                || !embeddable.tellsChanges()
                || (embeddable.isTold(value, to) && embeddable.isToldAfterInsert(value, to));
    }

    @Override
    void store(Object holder, Record target) {
        Object value = value(holder);
        if (value != null) {
            embeddable.store(value, target);
        }
    }

    @Override
    void restore(RecordView from, Record to) {
        embeddable.restore(from, to);
    }

    @Override
    boolean isReference() {
        return embeddable.hasReferences();
    }

    @Override
    void checkReferences(Object holder, KeySource keys) {
        Object value = value(holder);
        if (value != null) {
            embeddable.checkReferences(value, keys);
        }
    }

    @Override
    public void write(Object holder, Record target, KeySource keys) {
        Object value = value(holder);
        if (value != null) {
            embeddable.write(value, target, keys);
        }
    }

    @Override
    public boolean isChanged(Object holder, Object owner, RecordView loaded, KeySource keys) {
        Object value = value(holder);
        boolean wasNull = embeddable.isNull(loaded);
        if (value == null || wasNull) {
            return (value == null) != wasNull && embeddable.isUpdatable();
        }
        return embeddable.isChanged(value, owner, loaded, keys);
    }

    @Override
    public void addChanges(
            Object holder, Object owner, RecordView loaded, KeySource keys, List<Change.FieldChange> changes) {
        Object value = value(holder);
        if (value != null && !embeddable.isNull(loaded)) {
            embeddable.addChanges(value, owner, loaded, keys, changes);
            return;
        }
        Record written = new Record(0);
        if (value != null) {
            embeddable.write(value, written, keys);
        }
        if (record != null) {
            changes.add(new Change.FieldChange.Set(record, written.get(record)));
        } else {
            embeddable.location().fields().forEach(f -> changes.add(new Change.FieldChange.Set(f, written.get(f))));
        }
    }
}
