package dev.dormouse.internal.layout.transfer;

import dev.dormouse.internal.enhance.ClassAccessor;
import dev.dormouse.internal.enhance.StoredField;
import dev.dormouse.internal.enhance.attribute.TrackedAttributes;
import dev.dormouse.internal.layout.BasicLocation;
import dev.dormouse.internal.layout.KeySource;
import dev.dormouse.internal.layout.References;
import dev.dormouse.internal.layout.value.ValueConversion;
import dev.dormouse.store.Change;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TextTable;
import dev.dormouse.store.type.BasicType;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A basic attribute in one field; this class moves objects, its subclass primitives without boxing. */
public class FieldTransfer extends AttributeTransfer {

    /** The field. */
    protected final FieldPath field;

    private final ValueConversion conversion;
    private final boolean isInsertable;
    private final boolean isUpdatable;
    private final boolean isPrimitive;
    private final boolean isImmutable;
    private boolean isLazy;

    FieldTransfer(ClassAccessor accessor, int position, BasicLocation location, Class<?> type) {
        super(accessor, position);
        this.field = location.field();
        this.conversion = location.conversion();
        this.isInsertable = location.isInsertable();
        this.isUpdatable = location.isUpdatable();
        this.isPrimitive = type.isPrimitive();
        this.isImmutable = ImmutableTypes.contains(conversion.javaType());
    }

    /**
     * Makes the step for an attribute.
     *
     * @param type the type of the attribute in its class
     */
    public static FieldTransfer of(ClassAccessor accessor, int position, BasicLocation location, Class<?> type) {
        ValueConversion conversion = location.conversion();
        boolean isPrimitive = type.isPrimitive()
                && (conversion.isIdentity() || conversion.isWidening())
                && PrimitiveTransfer.moves(conversion.storeType());
        return isPrimitive
                ? new PrimitiveTransfer(accessor, position, location, type)
                : new FieldTransfer(accessor, position, location, type);
    }

    @Override
    public final @Nullable Object read(RecordView view, Object owner, References references) {
        return conversion.toJava(view.get(field));
    }

    @Override
    @Nullable
    StoredField storedField() {
        TextTable<?> constants = conversion.constants();
        boolean isObject = constants != null || (conversion.isIdentity() && !isPrimitive);
        return isObject && !isLazy ? new StoredField(position, field, constants) : null;
    }

    /** Has enhanced instances decode the attribute when it is touched; a primitive one is decoded at once, which costs less. */
    public FieldTransfer lazily(boolean isSo) {
        isLazy = isSo;
        return this;
    }

    @Override
    boolean isDeferred(RecordView view) {
        return isLazy && !view.isNull(field);
    }

    @Override
    final boolean isEqual(RecordView one, RecordView other) {
        return Objects.deepEquals(one.get(field), other.get(field));
    }

    @Override
    final boolean changesByAssignment() {
        return isImmutable;
    }

    @Override
    final boolean needsNoRecord() {
        return isImmutable;
    }

    @Override
    final boolean isNeverUpdated() {
        return !isUpdatable;
    }

    @Override
    final boolean mayBeUntoldAfterInsert() {
        return !isInsertable;
    }

    @Override
    final boolean isToldAfterInsert(Object holder, TrackedAttributes to) {
        return isInsertable || value(holder) == null;
    }

    @Override
    boolean isQuiet() {
        return conversion.isIdentity() && accessor.isField(position);
    }

    @Override
    final void store(Object holder, Record record) {
        record.set(field, conversion.toStore(value(holder)));
    }

    @Override
    final void restore(RecordView from, Record to) {
        to.set(field, from.get(field));
    }

    @Override
    public final void write(Object holder, Record record, KeySource keys) {
        if (isInsertable) {
            record.set(field, conversion.toStore(value(holder)));
        }
    }

    @Override
    public final boolean isChanged(Object holder, Object owner, RecordView loaded, KeySource keys) {
        return isUpdatable && !isSame(holder, loaded);
    }

    /** Tells whether the holder has what the record has. */
    protected boolean isSame(Object holder, RecordView loaded) {
        // What is kept as bytes may be equal in more than one form.
        return conversion.storeType() == BasicType.BYTES
                ? conversion.isSame(value(holder), loaded.get(field))
                : loaded.has(field, conversion.toStore(value(holder)));
    }

    @Override
    public final void addChanges(
            Object holder, Object owner, RecordView loaded, KeySource keys, List<Change.FieldChange> changes) {
        changes.add(new Change.FieldChange.Set(field, conversion.toStore(value(holder))));
    }
}
