package dev.dormouse.store.evaluate.compile;

import dev.dormouse.store.evaluate.ConditionEvaluator;
import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.evaluate.ValueKey;
import dev.dormouse.store.plan.ComparisonOperator;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.StoreType;
import dev.dormouse.store.type.Truth;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** IN with a list: by a hash set where the list is the same for all rows, else one comparison after the other. */
final class Membership {

    private static final int WORTH_HASHING = 4;

    private Membership() {}

    static Evaluator compile(Expression.InList in, Evaluator operand, List<Evaluator> values) {
        boolean literal = in.values().stream().allMatch(Expression.Literal.class::isInstance);
        boolean constant = in.values().stream()
                .allMatch(v -> v instanceof Expression.Literal || v instanceof Expression.Parameter);
        boolean several = in.values().stream().anyMatch(v -> v.type() instanceof ArrayType);
        if (several || (constant && values.size() > WORTH_HASHING)) {
            return new InSet(operand, values, literal, in.operand().type() == BasicType.STRING);
        }
        return new InSequence(operand, in.operand().type(), values);
    }

    /** The values of a list, ready to be asked. */
    private record ValueSet(Set<Object> values, boolean hasNull) {
        static ValueSet of(List<Evaluator> values, @Nullable Frame frame) {
            Set<Object> set = new HashSet<>();
            boolean hasNull = false;
            for (Evaluator evaluator : values) {
                Object value = frame == null ? ((Leaves.Constant) evaluator).constant() : evaluator.value(frame);
                if (value instanceof Collection<?> several) {
                    for (Object one : several) {
                        hasNull |= !add(set, one);
                    }
                } else {
                    hasNull |= !add(set, value);
                }
            }
            return new ValueSet(set, hasNull);
        }

        private static boolean add(Set<Object> set, @Nullable Object value) {
            Object key = ValueKey.of(value);
            if (key != null) {
                set.add(key);
            }
            return key != null;
        }

        Truth contains(@Nullable Object key) {
            if (values.isEmpty() && !hasNull) {
                return Truth.FALSE;
            }
            if (key == null) {
                return Truth.UNKNOWN;
            }
            return values.contains(key) ? Truth.TRUE : hasNull ? Truth.UNKNOWN : Truth.FALSE;
        }
    }

    private static final class InSet extends ConditionEvaluator {
        private final Evaluator operand;
        private final List<Evaluator> values;
        private final @Nullable ValueSet literals;
        private final boolean text;

        InSet(Evaluator operand, List<Evaluator> values, boolean literal, boolean text) {
            this.operand = operand;
            this.values = values;
            this.literals = literal ? ValueSet.of(values, null) : null;
            this.text = text;
        }

        @Override
        public Truth test(Frame frame) {
            Object value = operand.value(frame);
            return set(frame).contains(text ? value : ValueKey.of(value));
        }

        private ValueSet set(Frame frame) {
            if (literals != null) {
                return literals;
            }
            ValueSet set = (ValueSet) frame.memo(this);
            if (set == null) {
                set = ValueSet.of(values, frame);
                frame.keep(this, set);
            }
            return set;
        }
    }

    private static final class InSequence extends ConditionEvaluator {
        private final Evaluator operand;
        private final StoreType type;
        private final Evaluator[] values;

        InSequence(Evaluator operand, StoreType type, List<Evaluator> values) {
            this.operand = operand;
            this.type = type;
            this.values = values.toArray(Evaluator[]::new);
        }

        @Override
        public Truth test(Frame frame) {
            Object sought = operand.value(frame);
            if (sought == null) {
                return values.length == 0 ? Truth.FALSE : Truth.UNKNOWN;
            }
            Truth result = Truth.FALSE;
            for (Evaluator evaluator : values) {
                Object value = evaluator.value(frame);
                if (value == null) {
                    result = Truth.UNKNOWN;
                } else if (Comparisons.accepts(ComparisonOperator.EQUAL, type, sought, value)) {
                    return Truth.TRUE;
                }
            }
            return result;
        }
    }
}
