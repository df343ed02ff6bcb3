package dev.dormouse.store.evaluate.compile;

import dev.dormouse.store.evaluate.ConditionEvaluator;
import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.plan.ComparisonOperator;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.StoreType;
import dev.dormouse.store.type.Truth;
import dev.dormouse.store.type.ValueOrder;
import java.util.List;
import java.util.Optional;

/** The comparisons, each by the cheapest path that its type has. */
final class Comparisons {

    private Comparisons() {}

    static Evaluator compile(Expression.Comparison comparison, Evaluator left, Evaluator right) {
        ComparisonOperator operator = comparison.operator();
        StoreType type = comparison.left().type();
        boolean primitive = left.isPrimitive() && right.isPrimitive();
        if (primitive && (type == BasicType.INTEGER || type == BasicType.LONG)) {
            return new OfLongs(operator, left, right);
        }
        if (primitive && (type == BasicType.DOUBLE || type == BasicType.FLOAT)) {
            return new OfDoubles(operator, left, right);
        }
        Optional<Evaluator> inPlace =
                type == BasicType.STRING ? TextComparisons.compile(operator, left, right) : Optional.empty();
        return inPlace.orElseGet(() -> new OfValues(operator, type, left, right));
    }

    /** Compares two values that are not null by an operator. */
    static boolean accepts(ComparisonOperator operator, StoreType type, Object left, Object right) {
        if (type == BasicType.STRING && left.equals(right)) {
            return operator.accepts(0);
        }
        if (type instanceof BasicType basic) {
            return operator.accepts(ValueOrder.compare(basic, left, right));
        }
        boolean equal = type instanceof ArrayType
                ? copies((List<?>) left).equals(copies((List<?>) right))
                : ((RecordView) left).copy().equals(((RecordView) right).copy());
        return operator.accepts(equal ? 0 : 1);
    }

    /** Elements as their own equality compares them, records decoded. */
    private static Record copies(List<?> elements) {
        Record copies = new Record(elements.size());
        for (int i = 0; i < elements.size(); i++) {
            Object element = elements.get(i);
            copies.set(i, element instanceof RecordView view ? view.copy() : element);
        }
        return copies;
    }

    /** A comparison by an operator; unknown where a side is null. */
    private abstract static class Ordered extends ConditionEvaluator {
        private final ComparisonOperator operator;
        final Evaluator left;
        final Evaluator right;

        Ordered(ComparisonOperator operator, Evaluator left, Evaluator right) {
            this.operator = operator;
            this.left = left;
            this.right = right;
        }

        /** Compares two sides that are not null. */
        abstract int order(Frame frame);

        @Override
        public final Truth test(Frame frame) {
            if (left.isNull(frame) || right.isNull(frame)) {
                return Truth.UNKNOWN;
            }
            return Truth.of(operator.accepts(order(frame)));
        }
    }

    private static final class OfLongs extends Ordered {
        OfLongs(ComparisonOperator operator, Evaluator left, Evaluator right) {
            super(operator, left, right);
        }

        @Override
        int order(Frame frame) {
            return Long.compare(left.longValue(frame), right.longValue(frame));
        }
    }

    private static final class OfDoubles extends Ordered {
        OfDoubles(ComparisonOperator operator, Evaluator left, Evaluator right) {
            super(operator, left, right);
        }

        @Override
        int order(Frame frame) {
            return ValueOrder.compare(left.doubleValue(frame), right.doubleValue(frame));
        }
    }

    /** A comparison of values that are objects anyhow, each computed once. */
    private static final class OfValues extends ConditionEvaluator {
        private final ComparisonOperator operator;
        private final StoreType type;
        private final Evaluator left;
        private final Evaluator right;

        OfValues(ComparisonOperator operator, StoreType type, Evaluator left, Evaluator right) {
            this.operator = operator;
            this.type = type;
            this.left = left;
            this.right = right;
        }

        @Override
        public Truth test(Frame frame) {
            Object a = left.value(frame);
            if (a == null) {
                return Truth.UNKNOWN;
            }
            Object b = right.value(frame);
            return b == null ? Truth.UNKNOWN : Truth.of(accepts(operator, type, a, b));
        }
    }
}
