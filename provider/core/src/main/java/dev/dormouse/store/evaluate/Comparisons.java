package dev.dormouse.store.evaluate;

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
        if (type == BasicType.STRING) {
            return TextComparisons.compile(operator, left, right)
                    .orElseGet(() -> operator == ComparisonOperator.EQUAL
                            ? new OfEqualTexts(left, right)
                            : new OfValues(operator, type, left, right));
        }
        return new OfValues(operator, type, left, right);
    }

    /** Compares two values that are not null by an operator. */
    static boolean accepts(ComparisonOperator operator, StoreType type, Object left, Object right) {
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

    private static final class OfLongs extends ConditionEvaluator {
        private final ComparisonOperator operator;
        private final Evaluator left;
        private final Evaluator right;

        OfLongs(ComparisonOperator operator, Evaluator left, Evaluator right) {
            this.operator = operator;
            this.left = left;
            this.right = right;
        }

        @Override
        public Truth test(Frame frame) {
            if (left.isNull(frame) || right.isNull(frame)) {
                return Truth.UNKNOWN;
            }
            return Truth.of(operator.accepts(Long.compare(left.longValue(frame), right.longValue(frame))));
        }
    }

    private static final class OfDoubles extends ConditionEvaluator {
        private final ComparisonOperator operator;
        private final Evaluator left;
        private final Evaluator right;

        OfDoubles(ComparisonOperator operator, Evaluator left, Evaluator right) {
            this.operator = operator;
            this.left = left;
            this.right = right;
        }

        @Override
        public Truth test(Frame frame) {
            if (left.isNull(frame) || right.isNull(frame)) {
                return Truth.UNKNOWN;
            }
            return Truth.of(operator.accepts(ValueOrder.compare(left.doubleValue(frame), right.doubleValue(frame))));
        }
    }

    private static final class OfEqualTexts extends ConditionEvaluator {
        private final Evaluator left;
        private final Evaluator right;

        OfEqualTexts(Evaluator left, Evaluator right) {
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
            return b == null ? Truth.UNKNOWN : Truth.of(a.equals(b));
        }
    }

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
