package dev.dormouse.store.evaluate.compile;

import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.type.Truth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CASE and COALESCE: what is not chosen is not computed. */
final class Choices {

    private Choices() {}

    static final class FirstTrue extends Evaluator {
        private final Evaluator[] conditions;
        private final Evaluator[] results;
        private final Evaluator otherwise;

        FirstTrue(List<Evaluator> conditions, List<Evaluator> results, Evaluator otherwise) {
            this.conditions = conditions.toArray(Evaluator[]::new);
            this.results = results.toArray(Evaluator[]::new);
            this.otherwise = otherwise;
        }

        @Override
        public @Nullable Object value(Frame frame) {
            for (int i = 0; i < conditions.length; i++) {
                if (conditions[i].test(frame) == Truth.TRUE) {
                    return results[i].value(frame);
                }
            }
            return otherwise.value(frame);
        }
    }

    static final class FirstKnown extends Evaluator {
        private final Evaluator[] operands;

        FirstKnown(List<Evaluator> operands) {
            this.operands = operands.toArray(Evaluator[]::new);
        }

        @Override
        public @Nullable Object value(Frame frame) {
            for (Evaluator operand : operands) {
                Object value = operand.value(frame);
                if (value != null) {
                    return value;
                }
            }
            return null;
        }
    }
}
