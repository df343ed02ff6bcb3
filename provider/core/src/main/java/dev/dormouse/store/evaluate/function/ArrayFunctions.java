package dev.dormouse.store.evaluate.function;

import dev.dormouse.store.evaluate.ConditionEvaluator;
import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.evaluate.ValueKey;
import dev.dormouse.store.type.Truth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The functions of arrays; an array that is null has no elements. */
final class ArrayFunctions {

    private ArrayFunctions() {}

    static final class Size extends Evaluator {
        private final Evaluator array;

        Size(Evaluator array) {
            this.array = array;
        }

        @Override
        public @Nullable Object value(Frame frame) {
            List<?> elements = (List<?>) array.value(frame);
            return elements == null ? 0 : elements.size();
        }
    }

    static final class Contains extends ConditionEvaluator {
        private final Evaluator array;
        private final Evaluator sought;

        Contains(Evaluator array, Evaluator sought) {
            this.array = array;
            this.sought = sought;
        }

        @Override
        public Truth test(Frame frame) {
            List<?> elements = (List<?>) array.value(frame);
            if (elements == null || elements.isEmpty()) {
                return Truth.FALSE;
            }
            Object key = ValueKey.of(sought.value(frame));
            if (key == null) {
                return Truth.UNKNOWN;
            }
            for (Object element : elements) {
                if (key.equals(ValueKey.of(element))) {
                    return Truth.TRUE;
                }
            }
            return Truth.FALSE;
        }
    }
}
