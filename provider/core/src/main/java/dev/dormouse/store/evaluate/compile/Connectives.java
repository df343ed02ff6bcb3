package dev.dormouse.store.evaluate.compile;

import dev.dormouse.store.evaluate.ConditionEvaluator;
import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.type.Truth;
import java.util.List;

/** The connectives of three-valued logic; loops, never recursion, over their terms. */
final class Connectives {

    private Connectives() {}

    static final class All extends ConditionEvaluator {
        private final Evaluator[] terms;

        All(List<Evaluator> terms) {
            this.terms = terms.toArray(Evaluator[]::new);
        }

        @Override
        public Truth test(Frame frame) {
            Truth result = Truth.TRUE;
            for (Evaluator term : terms) {
                Truth truth = term.test(frame);
                if (truth == Truth.FALSE) {
                    return Truth.FALSE;
                }
                if (truth == Truth.UNKNOWN) {
                    result = Truth.UNKNOWN;
                }
            }
            return result;
        }
    }

    static final class Any extends ConditionEvaluator {
        private final Evaluator[] terms;

        Any(List<Evaluator> terms) {
            this.terms = terms.toArray(Evaluator[]::new);
        }

        @Override
        public Truth test(Frame frame) {
            Truth result = Truth.FALSE;
            for (Evaluator term : terms) {
                Truth truth = term.test(frame);
                if (truth == Truth.TRUE) {
                    return Truth.TRUE;
                }
                if (truth == Truth.UNKNOWN) {
                    result = Truth.UNKNOWN;
                }
            }
            return result;
        }
    }

    static final class Negated extends ConditionEvaluator {
        private final Evaluator term;

        Negated(Evaluator term) {
            this.term = term;
        }

        @Override
        public Truth test(Frame frame) {
            return term.test(frame).not();
        }
    }

    static final class Null extends ConditionEvaluator {
        private final Evaluator operand;

        Null(Evaluator operand) {
            this.operand = operand;
        }

        @Override
        public Truth test(Frame frame) {
            return Truth.of(operand.isNull(frame));
        }
    }
}
