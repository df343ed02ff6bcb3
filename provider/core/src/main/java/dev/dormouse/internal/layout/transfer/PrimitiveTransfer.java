package dev.dormouse.internal.layout.transfer;

import dev.dormouse.internal.enhance.ClassAccessor;
import dev.dormouse.internal.enhance.StoredField;
import dev.dormouse.internal.layout.BasicLocation;
import dev.dormouse.internal.layout.References;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.type.BasicType;

/** A primitive attribute, read and compared without boxing; null in the record is zero. */
final class PrimitiveTransfer extends FieldTransfer {

    private final BasicType type;

    PrimitiveTransfer(ClassAccessor accessor, int position, BasicLocation location, Class<?> javaType) {
        super(accessor, position, location, javaType);
        this.type = location.conversion().storeType();
    }

    /** Tells whether attributes that are stored as this type can be moved as primitives. */
    static boolean moves(BasicType type) {
        return switch (type) {
            case BOOLEAN, INTEGER, LONG, FLOAT, DOUBLE -> true;
            default -> false;
        };
    }

    @Override
    StoredField storedField() {
        return new StoredField(position, field, null);
    }

    @Override
    public void hydrate(RecordView view, Object holder, Object owner, References references) {
        boolean isNull = view.isNull(field);
        switch (type) {
            case BOOLEAN -> accessor.setBoolean(holder, position, !isNull && view.getBoolean(field));
            case INTEGER -> accessor.setInt(holder, position, isNull ? 0 : view.getInt(field));
            case LONG -> accessor.setLong(holder, position, isNull ? 0 : view.getLong(field));
            case FLOAT -> accessor.setFloat(holder, position, isNull ? 0 : view.getFloat(field));
            case DOUBLE -> accessor.setDouble(holder, position, isNull ? 0 : view.getDouble(field));
            default -> throw new AssertionError("no primitive: " + type);
        }
    }

    @Override
    boolean isDeferred(RecordView view) {
        return false;
    }

    @Override
    protected boolean isSame(Object holder, RecordView loaded) {
        boolean isNull = loaded.isNull(field);
        return switch (type) {
            case BOOLEAN -> accessor.getBoolean(holder, position) == (!isNull && loaded.getBoolean(field));
            case INTEGER -> accessor.getInt(holder, position) == (isNull ? 0 : loaded.getInt(field));
            case LONG -> accessor.getLong(holder, position) == (isNull ? 0 : loaded.getLong(field));
            case FLOAT ->
                Float.floatToIntBits(accessor.getFloat(holder, position))
                        == Float.floatToIntBits(isNull ? 0 : loaded.getFloat(field));
            case DOUBLE ->
                Double.doubleToLongBits(accessor.getDouble(holder, position))
                        == Double.doubleToLongBits(isNull ? 0 : loaded.getDouble(field));
            default -> throw new AssertionError("no primitive: " + type);
        };
    }
}
