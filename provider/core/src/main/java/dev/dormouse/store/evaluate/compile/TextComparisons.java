package dev.dormouse.store.evaluate.compile;

import dev.dormouse.store.evaluate.ConditionEvaluator;
import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.plan.ComparisonOperator;
import dev.dormouse.store.record.EncodedText;
import dev.dormouse.store.type.Truth;
import dev.dormouse.store.type.ValueOrder;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Comparisons of a text in a record with one that is the same for all rows: the record's is not decoded. */
final class TextComparisons {

    private TextComparisons() {}

    /** Compiles a comparison of a field with a literal or parameter, on whichever sides they are. */
    static Optional<Evaluator> compile(ComparisonOperator operator, Evaluator left, Evaluator right) {
        if (left instanceof Leaves.StringField field && isConstant(right)) {
            return Optional.of(new OfField(operator, field, right));
        }
        return right instanceof Leaves.StringField field && isConstant(left)
                ? Optional.of(new OfField(operator.mirrored(), field, left))
                : Optional.empty();
    }

    private static boolean isConstant(Evaluator evaluator) {
        return evaluator instanceof Leaves.Constant || evaluator instanceof Leaves.Bound;
    }

    /**
     * The other side.
     *
     * @param text the text
     * @param encoded its bytes; null if it has none
     */
    private record Other(String text, @Nullable EncodedText encoded) {
        static @Nullable Other of(@Nullable Object value) {
            return value instanceof String text
                    ? new Other(text, EncodedText.of(text).orElse(null))
                    : null;
        }
    }

    private static final class OfField extends ConditionEvaluator {
        private final ComparisonOperator operator;
        private final Leaves.StringField field;
        private final Evaluator other;
        private final boolean literal;
        private final @Nullable Other constant;

        OfField(ComparisonOperator operator, Leaves.StringField field, Evaluator other) {
            this.operator = operator;
            this.field = field;
            this.other = other;
            this.literal = other instanceof Leaves.Constant;
            this.constant = other instanceof Leaves.Constant known ? Other.of(known.constant()) : null;
        }

        @Override
        public Truth test(Frame frame) {
            Other sought = literal ? constant : bound(frame);
            if (sought == null || field.isNull(frame)) {
                return Truth.UNKNOWN;
            }
            EncodedText encoded = sought.encoded();
            int order = encoded != null
                    ? field.compare(frame, encoded)
                    : ValueOrder.compare((String) Objects.requireNonNull(field.value(frame)), sought.text());
            return Truth.of(operator.accepts(order));
        }

        private @Nullable Other bound(Frame frame) {
            Other kept = (Other) frame.memo(this);
            if (kept == null) {
                kept = Other.of(other.value(frame));
                if (kept != null) {
                    frame.keep(this, kept);
                }
            }
            return kept;
        }
    }
}
