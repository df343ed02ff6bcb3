package dev.dormouse.internal.layout.transfer;

import dev.dormouse.internal.enhance.ClassAccessor;
import dev.dormouse.internal.enhance.attribute.TrackedAttributes;
import dev.dormouse.internal.layout.KeySource;
import dev.dormouse.internal.layout.PendingReference;
import dev.dormouse.internal.layout.Reference;
import dev.dormouse.internal.layout.References;
import dev.dormouse.internal.layout.ToOneLocation;
import dev.dormouse.store.Change;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.ValueOrder;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A reference in fields of the record. A reference with a null part refers to nothing. */
public final class ToOneTransfer extends AttributeTransfer {

    private final ToOneLocation location;
    private final List<FieldPath> fields;
    private final ReferredValues referred;
    private final boolean refersToKey;
    private final boolean[] isInsertable;
    private final boolean[] isUpdatable;

    /** Known when the first record is read: until then a unit makes no classes of references. */
    private @Nullable Boolean takesRead;

    /**
     * Makes the step.
     *
     * @param isInsertable for each field whether an insert writes it for this association
     * @param isUpdatable for each field whether an update does
     */
    public ToOneTransfer(
            ClassAccessor accessor,
            int position,
            ToOneLocation location,
            boolean[] isInsertable,
            boolean[] isUpdatable) {
        super(accessor, position);
        this.location = location;
        Reference.InOwner reference = (Reference.InOwner) location.reference();
        this.fields = reference.fields();
        this.refersToKey = reference.refersToKey();
        this.referred = new ReferredValues(location, reference);
        this.isInsertable = isInsertable.clone();
        this.isUpdatable = isUpdatable.clone();
    }

    @Override
    public @Nullable Object read(RecordView view, Object owner, References references) {
        if (hasNull(view)) {
            return null;
        }
        Key values = Key.of(view, fields);
        return refersToKey ? references.toOne(location, values) : references.toOneByValues(location, values);
    }

    @Override
    public void hydrate(RecordView view, Object holder, Object owner, References references) {
        if (hasNull(view)) {
            accessor.set(holder, position, null);
            return;
        }
        Key values = Key.of(view, fields);
        Object known = refersToKey ? references.toOneIfKnown(location, values) : null;
        if (known != null) {
            accessor.set(holder, position, known);
        } else {
            references.await(new PendingReference(location, values, owner, holder, accessor, position));
        }
    }

    /** A reference that takes no read is made at once: it is lazy itself. */
    @Override
    boolean isDeferred(RecordView view) {
        return location.attribute().isLazy() && takesRead() && !hasNull(view);
    }

    @Override
    boolean isEqual(RecordView one, RecordView other) {
        return fields.stream().allMatch(field -> Objects.equals(one.get(field), other.get(field)));
    }

    private boolean takesRead() {
        Boolean known = takesRead;
        if (known == null) {
            known = !refersToKey
                    || location.target().withSubLayouts().size() > 1
                    || location.target().lazyReferences().obstacle().isPresent();
            takesRead = known;
        }
        return known;
    }

    @Override
    boolean changesByAssignment() {
        return refersToKey;
    }

    @Override
    boolean needsNoRecord() {
        return refersToKey && (areAll(isUpdatable) || isNeverUpdated());
    }

    @Override
    boolean isNeverUpdated() {
        for (boolean each : isUpdatable) {
            if (each) {
                return false;
            }
        }
        return true;
    }

    private static boolean areAll(boolean[] flags) {
        for (boolean each : flags) {
            if (!each) {
                return false;
            }
        }
        return true;
    }

    @Override
    boolean mayBeUntoldAfterInsert() {
        return !areAll(isInsertable);
    }

    @Override
    boolean isToldAfterInsert(Object holder, TrackedAttributes to) {
        return areAll(isInsertable) || value(holder) == null;
    }

    @Override
    void checkReferences(Object holder, KeySource keys) {
        Object entity = value(holder);
        if (entity != null) {
            referred.of(entity, keys);
        }
    }

    @Override
    boolean isQuiet() {
        return accessor.isField(position);
    }

    @Override
    void store(Object holder, Record record) {
        Object entity = value(holder);
        Key values = entity == null ? null : location.target().id().keyOf(entity);
        for (int i = 0; i < fields.size(); i++) {
            record.set(fields.get(i), values == null ? null : values.part(i));
        }
    }

    @Override
    void restore(RecordView from, Record to) {
        fields.forEach(field -> to.set(field, from.get(field)));
    }

    @Override
    boolean isReference() {
        return true;
    }

    private boolean hasNull(RecordView view) {
        for (int i = 0; i < fields.size(); i++) {
            if (view.isNull(fields.get(i))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void write(Object holder, Record record, KeySource keys) {
        Object entity = value(holder);
        if (entity == null) {
            return;
        }
        Key values = referred.of(entity, keys);
        for (int i = 0; i < fields.size(); i++) {
            if (isInsertable[i]) {
                record.set(fields.get(i), values.part(i));
            }
        }
    }

    @Override
    public boolean isChanged(Object holder, Object owner, RecordView loaded, KeySource keys) {
        Object entity = value(holder);
        Key values = entity == null ? null : referred.of(entity, keys);
        if (values == null && hasNull(loaded)) {
            return false;
        }
        for (int i = 0; i < fields.size(); i++) {
            if (isUpdatable[i] && (values == null || !isSame(values.part(i), loaded, fields.get(i)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSame(@Nullable Object part, RecordView loaded, FieldPath field) {
        if (part == null || loaded.isNull(field)) {
            return part == null && loaded.isNull(field);
        }
        return switch ((BasicType) field.type()) {
            case LONG -> (Long) part == loaded.getLong(field);
            case INTEGER -> (Integer) part == loaded.getInt(field);
            default -> ValueOrder.compare((BasicType) field.type(), part, loaded.get(field)) == 0;
        };
    }

    @Override
    public void addChanges(
            Object holder, Object owner, RecordView loaded, KeySource keys, List<Change.FieldChange> changes) {
        Object entity = value(holder);
        Key values = entity == null ? null : referred.of(entity, keys);
        for (int i = 0; i < fields.size(); i++) {
            Object part = values == null ? null : values.part(i);
            if (isUpdatable[i] && !isSame(part, loaded, fields.get(i))) {
                changes.add(new Change.FieldChange.Set(fields.get(i), part));
            }
        }
    }
}
