package dev.dormouse.internal.layout.transfer;

import dev.dormouse.internal.enhance.ClassAccessor;
import dev.dormouse.internal.layout.BasicLocation;
import dev.dormouse.internal.layout.References;
import dev.dormouse.store.record.RecordView;

/** Primitive attributes, read and compared without boxing; null in the record is zero. */
final class PrimitiveTransfers {

    private PrimitiveTransfers() {}

    static final class OfBoolean extends FieldTransfer {
        OfBoolean(ClassAccessor accessor, int position, BasicLocation location) {
            super(accessor, position, location);
        }

        private boolean stored(RecordView view) {
            return !view.isNull(field) && view.getBoolean(field);
        }

        @Override
        public void hydrate(RecordView view, Object holder, Object owner, References references) {
            accessor.setBoolean(holder, position, stored(view));
        }

        @Override
        protected boolean isSame(Object holder, RecordView loaded) {
            return accessor.getBoolean(holder, position) == stored(loaded);
        }
    }

    /** Of {@code int}, {@code short} and {@code byte}. */
    static final class OfInt extends FieldTransfer {
        OfInt(ClassAccessor accessor, int position, BasicLocation location) {
            super(accessor, position, location);
        }

        private int stored(RecordView view) {
            return view.isNull(field) ? 0 : view.getInt(field);
        }

        @Override
        public void hydrate(RecordView view, Object holder, Object owner, References references) {
            accessor.setInt(holder, position, stored(view));
        }

        @Override
        protected boolean isSame(Object holder, RecordView loaded) {
            return accessor.getInt(holder, position) == stored(loaded);
        }
    }

    static final class OfLong extends FieldTransfer {
        OfLong(ClassAccessor accessor, int position, BasicLocation location) {
            super(accessor, position, location);
        }

        private long stored(RecordView view) {
            return view.isNull(field) ? 0 : view.getLong(field);
        }

        @Override
        public void hydrate(RecordView view, Object holder, Object owner, References references) {
            accessor.setLong(holder, position, stored(view));
        }

        @Override
        protected boolean isSame(Object holder, RecordView loaded) {
            return accessor.getLong(holder, position) == stored(loaded);
        }
    }

    static final class OfFloat extends FieldTransfer {
        OfFloat(ClassAccessor accessor, int position, BasicLocation location) {
            super(accessor, position, location);
        }

        private float stored(RecordView view) {
            return view.isNull(field) ? 0 : view.getFloat(field);
        }

        @Override
        public void hydrate(RecordView view, Object holder, Object owner, References references) {
            accessor.setFloat(holder, position, stored(view));
        }

        @Override
        protected boolean isSame(Object holder, RecordView loaded) {
            return Float.floatToIntBits(accessor.getFloat(holder, position)) == Float.floatToIntBits(stored(loaded));
        }
    }

    static final class OfDouble extends FieldTransfer {
        OfDouble(ClassAccessor accessor, int position, BasicLocation location) {
            super(accessor, position, location);
        }

        private double stored(RecordView view) {
            return view.isNull(field) ? 0 : view.getDouble(field);
        }

        @Override
        public void hydrate(RecordView view, Object holder, Object owner, References references) {
            accessor.setDouble(holder, position, stored(view));
        }

        @Override
        protected boolean isSame(Object holder, RecordView loaded) {
            return Double.doubleToLongBits(accessor.getDouble(holder, position))
                    == Double.doubleToLongBits(stored(loaded));
        }
    }
}
