package dev.dormouse.internal.layout.transfer;

import dev.dormouse.enhanced.AttributeState;
import dev.dormouse.enhanced.EnhancedEntity;
import dev.dormouse.internal.enhance.ClassAccessor;
import dev.dormouse.internal.enhance.attribute.DeferringState;
import dev.dormouse.internal.enhance.attribute.EmbeddedAttributes;
import dev.dormouse.internal.enhance.attribute.EmbeddedPlace;
import dev.dormouse.internal.enhance.attribute.TrackedAttributes;
import dev.dormouse.internal.enhance.attribute.UnloadedAttribute;
import dev.dormouse.internal.layout.EmbeddedLocation;
import dev.dormouse.internal.layout.KeySource;
import dev.dormouse.internal.layout.References;
import dev.dormouse.store.Change;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of an embeddable class in one place: an attribute, an element or key of a collection, an id. */
public final class EmbeddableTransfer {

    private final EmbeddedLocation location;
    private final List<AttributeTransfer> members;
    private final HydrationPlan hydration;
    private final boolean isUpdatable;
    private final @Nullable EmbeddedPlace place;
    private final boolean tellsChanges;

    /**
     * Makes the transfer of a place.
     *
     * @param location the place
     * @param members one step for each attribute, in order
     * @param isUpdatable whether an update may make the embeddable null, or not null
     * @param place the place as the states of enhanced instances know it; null for an id, whose instances have none
     */
    public EmbeddableTransfer(
            EmbeddedLocation location,
            List<AttributeTransfer> members,
            boolean isUpdatable,
            @Nullable EmbeddedPlace place) {
        this.location = location;
        this.members = List.copyOf(members);
        this.hydration = new HydrationPlan(members);
        this.isUpdatable = isUpdatable;
        this.place = place;
        this.tellsChanges = place != null && members.stream().allMatch(member -> tellsChanges(member, place));
    }

    /** Returns the place. */
    public EmbeddedLocation location() {
        return location;
    }

    /** Puts the steps of the attributes, those of embeddables in it too, at their numbers. */
    void number(Map<Integer, AttributeTransfer> steps) {
        if (place != null) {
            for (AttributeTransfer member : members) {
                steps.put(place.first() + member.position(), member);
                if (member instanceof EmbeddedTransfer embedded) {
                    embedded.embeddable().number(steps);
                }
            }
        }
    }

    private boolean tellsChanges(AttributeTransfer member, EmbeddedPlace in) {
        if (member instanceof ElsewhereTransfers.Elsewhere) {
            return true;
        }
        boolean isTold = location.value().isRecord()
                ? !(member instanceof EmbeddedTransfer embedded)
                        || embedded.embeddable().isRecord()
                : isEnhanced() && in.told().isTold(member.position());
        return isTold && member.changesByAssignment();
    }

    private boolean isRecord() {
        return location.value().isRecord();
    }

    /** Tells whether each change of an instance that came with its entity is told of. */
    boolean tellsChanges() {
        return tellsChanges;
    }

    boolean needsNoRecord() {
        return tellsChanges
                && members.stream()
                        .allMatch(member -> member.needsNoRecord()
                                && (member instanceof ElsewhereTransfers.Elsewhere || !member.isNeverUpdated()));
    }

    boolean isTold(Object value, TrackedAttributes to) {
        return isRecord()
                || (place != null
                        && EmbeddedAttributes.tells(value, place, to)
                        && members.stream().allMatch(member -> member.isTold(value, to)));
    }

    boolean isToldAfterInsert(Object value, TrackedAttributes to) {
        return members.stream().allMatch(member -> member.isToldAfterInsert(value, to));
    }

    boolean hasReferences() {
        return members.stream().anyMatch(AttributeTransfer::isReference);
    }

    void checkReferences(Object value, KeySource keys) {
        for (AttributeTransfer member : members) {
            if (DeferringState.unloaded(value, member.position()) == null) {
                member.checkReferences(value, keys);
            }
        }
    }

    /** Writes what an instance has into a record, also what an insert leaves out; what is unloaded is as in the record that it was left in. */
    void store(Object value, Record target) {
        present(target);
        boolean isIncomplete = DeferringState.isIncomplete(value);
        for (AttributeTransfer member : members) {
            UnloadedAttribute unloaded = DeferringState.unloaded(value, member.position());
            if (unloaded != null && place != null && unloaded.isIn(place)) {
                member.restore(unloaded.record(), target);
                continue;
            }
            if (isIncomplete) {
                load(member, value);
            }
            member.store(value, target);
        }
    }

    void restore(RecordView from, Record to) {
        if (!isNull(from)) {
            present(to);
            members.forEach(member -> member.restore(from, to));
        }
    }

    private void present(Record target) {
        FieldPath record = location.record();
        if (record != null && target.isNull(record)) {
            target.set(record, new Record(0));
        }
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

    /** As {@link #read}, for an attribute of an instance whose state is given: what can wait until it is touched is left to a state of its own. */
    @Nullable
    Object read(RecordView view, Object owner, References references, DeferringState within) {
        if (isNull(view)) {
            return null;
        }
        if (place == null || location.value().isRecord() || !isEnhanced()) {
            return readPresent(view, owner, references);
        }
        Object instance = location.accessor().newInstance();
        EmbeddedAttributes state = new EmbeddedAttributes(instance, place, within);
        hydration.hydrate(view, owner, references, state, place.told());
        state.attach(tellsChanges);
        return instance;
    }

    private boolean isEnhanced() {
        return EnhancedEntity.class.isAssignableFrom(location.accessor().type());
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
        present(target);
        boolean isIncomplete = DeferringState.isIncomplete(value);
        for (AttributeTransfer member : members) {
            if (isIncomplete) {
                load(member, value);
            }
            member.write(value, target, keys);
        }
    }

    /** What is kept elsewhere is not written here. */
    private void load(AttributeTransfer member, Object value) {
        if (!(member instanceof ElsewhereTransfers.Elsewhere)) {
            AttributeState.reading(value, location.name(member.position()));
        }
    }

    boolean isChanged(Object value, Object owner, RecordView loaded, KeySource keys) {
        boolean isIncomplete = DeferringState.isIncomplete(value);
        for (AttributeTransfer member : members) {
            if (!(isIncomplete && isLeftOut(member, value, loaded)) && member.isChanged(value, owner, loaded, keys)) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether an attribute is unloaded and as it was in the loaded record; if it may be another, it is loaded to be compared. */
    private boolean isLeftOut(AttributeTransfer member, Object value, RecordView loaded) {
        UnloadedAttribute unloaded = DeferringState.unloaded(value, member.position());
        if (unloaded != null
                && place != null
                && unloaded.isIn(place)
                && (unloaded.record() == loaded || member.isEqual(unloaded.record(), loaded))) {
            return true;
        }
        load(member, value);
        return false;
    }

    void addChanges(Object value, Object owner, RecordView loaded, KeySource keys, List<Change.FieldChange> changes) {
        boolean isIncomplete = DeferringState.isIncomplete(value);
        for (AttributeTransfer member : members) {
            if (!(isIncomplete && isLeftOut(member, value, loaded)) && member.isChanged(value, owner, loaded, keys)) {
                member.addChanges(value, owner, loaded, keys, changes);
            }
        }
    }
}
