package dev.dormouse.store.evaluate;

import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.record.EncodedText;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.Truth;
import org.jspecify.annotations.Nullable;

/** The expressions without operands. */
final class Leaves {

    private Leaves() {}

    static Evaluator field(Expression.FieldValue field) {
        int slot = field.slot().id();
        if (field.type() == BasicType.INTEGER) {
            return new IntegerField(slot, field.path());
        }
        if (field.type() == BasicType.LONG) {
            return new LongField(slot, field.path());
        }
        if (field.type() == BasicType.FLOAT) {
            return new FloatField(slot, field.path());
        }
        if (field.type() == BasicType.DOUBLE) {
            return new DoubleField(slot, field.path());
        }
        if (field.type() == BasicType.BOOLEAN) {
            return new BooleanField(slot, field.path());
        }
        return field.type() == BasicType.STRING
                ? new StringField(slot, field.path())
                : new ValueField(slot, field.path());
    }

    /** A constant. */
    static final class Constant extends Evaluator {
        private final @Nullable Object value;
        private final Truth truth;
        private final long whole;
        private final double fraction;

        Constant(@Nullable Object value) {
            this.value = value;
            this.truth = value instanceof Boolean known ? Truth.of(known) : Truth.UNKNOWN;
            this.whole = value instanceof Number number ? number.longValue() : 0;
            this.fraction = value instanceof Number number ? number.doubleValue() : 0;
        }

        @Nullable
        Object constant() {
            return value;
        }

        @Override
        public @Nullable Object value(Frame frame) {
            return value;
        }

        @Override
        public Truth test(Frame frame) {
            return truth;
        }

        @Override
        public boolean isNull(Frame frame) {
            return value == null;
        }

        @Override
        public boolean isPrimitive() {
            return true;
        }

        @Override
        public long longValue(Frame frame) {
            return whole;
        }

        @Override
        public double doubleValue(Frame frame) {
            return fraction;
        }
    }

    /** A bound value. It is an object already, so taking the number out of it costs nothing. */
    static final class Bound extends Evaluator {
        private final int index;

        Bound(int index) {
            this.index = index;
        }

        @Override
        public @Nullable Object value(Frame frame) {
            return frame.parameter(index);
        }

        @Override
        public boolean isPrimitive() {
            return true;
        }
    }

    /** What a slot holds, also an object already. */
    static final class Place extends Evaluator {
        private final int slot;

        Place(int slot) {
            this.slot = slot;
        }

        @Override
        public @Nullable Object value(Frame frame) {
            return frame.slot(slot);
        }

        @Override
        public boolean isPrimitive() {
            return true;
        }
    }

    /** A field that is an object when read. */
    private static class ValueField extends Evaluator {
        final int slot;
        final FieldPath path;

        ValueField(int slot, FieldPath path) {
            this.slot = slot;
            this.path = path;
        }

        final @Nullable RecordView view(Frame frame) {
            return (RecordView) frame.slot(slot);
        }

        final RecordView present(Frame frame) {
            RecordView view = view(frame);
            if (view == null) {
                throw new AssertionError("read as a primitive from an empty slot: " + path);
            }
            return view;
        }

        @Override
        public @Nullable Object value(Frame frame) {
            RecordView view = view(frame);
            return view == null ? null : view.get(path);
        }

        @Override
        public boolean isNull(Frame frame) {
            RecordView view = view(frame);
            return view == null || view.isNull(path);
        }
    }

    /** A text. */
    static final class StringField extends ValueField {
        StringField(int slot, FieldPath path) {
            super(slot, path);
        }

        @Override
        public @Nullable Object value(Frame frame) {
            RecordView view = view(frame);
            return view == null ? null : view.getString(path);
        }

        /** Compares a text that is not null where it lies. */
        int compare(Frame frame, EncodedText text) {
            return present(frame).compareText(path, text);
        }
    }

    private static final class BooleanField extends ValueField {
        BooleanField(int slot, FieldPath path) {
            super(slot, path);
        }

        @Override
        public Truth test(Frame frame) {
            RecordView view = view(frame);
            return view == null || view.isNull(path) ? Truth.UNKNOWN : Truth.of(view.getBoolean(path));
        }
    }

    private static final class IntegerField extends ValueField {
        IntegerField(int slot, FieldPath path) {
            super(slot, path);
        }

        @Override
        public boolean isPrimitive() {
            return true;
        }

        @Override
        public long longValue(Frame frame) {
            return present(frame).getInt(path);
        }

        @Override
        public double doubleValue(Frame frame) {
            return present(frame).getInt(path);
        }
    }

    private static final class LongField extends ValueField {
        LongField(int slot, FieldPath path) {
            super(slot, path);
        }

        @Override
        public boolean isPrimitive() {
            return true;
        }

        @Override
        public long longValue(Frame frame) {
            return present(frame).getLong(path);
        }

        @Override
        public double doubleValue(Frame frame) {
            return present(frame).getLong(path);
        }
    }

    private static final class FloatField extends ValueField {
        FloatField(int slot, FieldPath path) {
            super(slot, path);
        }

        @Override
        public boolean isPrimitive() {
            return true;
        }

        @Override
        public double doubleValue(Frame frame) {
            return present(frame).getFloat(path);
        }
    }

    private static final class DoubleField extends ValueField {
        DoubleField(int slot, FieldPath path) {
            super(slot, path);
        }

        @Override
        public boolean isPrimitive() {
            return true;
        }

        @Override
        public double doubleValue(Frame frame) {
            return present(frame).getDouble(path);
        }
    }
}
