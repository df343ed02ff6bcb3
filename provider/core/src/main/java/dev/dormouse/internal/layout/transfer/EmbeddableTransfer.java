package dev.dormouse.internal.layout.transfer;

import dev.dormouse.internal.enhance.ClassAccessor;
import dev.dormouse.internal.layout.EmbeddedLocation;
import dev.dormouse.internal.layout.KeySource;
import dev.dormouse.internal.layout.References;
import dev.dormouse.store.Change;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of an embeddable class in one place: an attribute, an element or key of a collection, an id. */
public final class EmbeddableTransfer {

    private final EmbeddedLocation location;
    private final List<AttributeTransfer> members;
    private final HydrationPlan hydration;
    private final boolean isUpdatable;

    /**
     * Makes the transfer of a place.
     *
     * @param location the place
     * @param members one step for each attribute, in order
     * @param isUpdatable whether an update may make the embeddable null, or not null
     */
    public EmbeddableTransfer(EmbeddedLocation location, List<AttributeTransfer> members, boolean isUpdatable) {
        this.location = location;
        this.members = List.copyOf(members);
        this.hydration = new HydrationPlan(members);
        this.isUpdatable = isUpdatable;
    }

    /** Returns the place. */
    public EmbeddedLocation location() {
        return location;
    }

    boolean isUpdatable() {
        return isUpdatable;
    }

    boolean isNull(RecordView view) {
        FieldPath record = location.record();
        if (record != null) {
            return view.isNull(record);
        }
        for (FieldPath field : location.fields()) {
            if (!view.isNull(field)) {
                return false;
            }
        }
        return true;
    }

    /** Makes an instance from a record; null if it is null there. */
    public @Nullable Object read(RecordView view, Object owner, References references) {
        return isNull(view) ? null : readPresent(view, owner, references);
    }

    /** Makes an instance from a record in which it is known to be. */
    Object readPresent(RecordView view, Object owner, References references) {
        ClassAccessor accessor = location.accessor();
        if (location.value().isRecord()) {
            @Nullable Object[] values = new Object[members.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = members.get(i).read(view, owner, references);
            }
            return accessor.construct(values);
        }
        Object instance = accessor.newInstance();
        hydration.hydrate(view, instance, owner, references);
        return instance;
    }

    /** Writes an instance into a record. */
    public void write(Object value, Record target, KeySource keys) {
        FieldPath record = location.record();
        if (record != null && target.isNull(record)) {
            target.set(record, new Record(0));
        }
        for (AttributeTransfer member : members) {
            member.write(value, target, keys);
        }
    }

    boolean isChanged(Object value, Object owner, RecordView loaded, KeySource keys) {
        for (AttributeTransfer member : members) {
            if (member.isChanged(value, owner, loaded, keys)) {
                return true;
            }
        }
        return false;
    }

    void addChanges(Object value, Object owner, RecordView loaded, KeySource keys, List<Change.FieldChange> changes) {
        for (AttributeTransfer member : members) {
            if (member.isChanged(value, owner, loaded, keys)) {
                member.addChanges(value, owner, loaded, keys, changes);
            }
        }
    }
}
