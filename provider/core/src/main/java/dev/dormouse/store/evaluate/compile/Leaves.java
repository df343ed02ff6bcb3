package dev.dormouse.store.evaluate.compile;

import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.evaluate.Frame;
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
        FieldPath path = field.path();
        if (!(field.type() instanceof BasicType type)) {
            return new ValueField(slot, path);
        }
        return switch (type) {
            case INTEGER -> new IntegerField(slot, path);
            case LONG -> new LongField(slot, path);
            case FLOAT -> new FloatField(slot, path);
            case DOUBLE -> new DoubleField(slot, path);
            case BOOLEAN -> new BooleanField(slot, path);
            case STRING -> new StringField(slot, path);
            default -> new ValueField(slot, path);
        };
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

    /** A number that is read as a primitive. */
    private abstract static class NumberField extends ValueField {
        NumberField(int slot, FieldPath path) {
            super(slot, path);
        }

        @Override
        public final boolean isPrimitive() {
            return true;
        }
    }

    private static final class IntegerField extends NumberField {
        IntegerField(int slot, FieldPath path) {
            super(slot, path);
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

    private static final class LongField extends NumberField {
        LongField(int slot, FieldPath path) {
            super(slot, path);
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

    private static final class FloatField extends NumberField {
        FloatField(int slot, FieldPath path) {
            super(slot, path);
        }

        @Override
        public double doubleValue(Frame frame) {
            return present(frame).getFloat(path);
        }
    }

    private static final class DoubleField extends NumberField {
        DoubleField(int slot, FieldPath path) {
            super(slot, path);
        }

        @Override
        public double doubleValue(Frame frame) {
            return present(frame).getDouble(path);
        }
    }
}
