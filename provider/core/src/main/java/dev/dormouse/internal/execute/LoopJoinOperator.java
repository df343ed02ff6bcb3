package dev.dormouse.internal.execute;

import dev.dormouse.store.RowCursor;
import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.plan.Join;
import dev.dormouse.store.type.Truth;
import org.jspecify.annotations.Nullable;

/** Opens the right side anew for each left row; with an index lookup there, that finds the partners directly. */
final class LoopJoinOperator extends Operator {

    private final Operator left;
    private final Operator right;
    private final Join.Kind kind;
    private final Evaluator condition;
    private final RowFormat rightRow;

    /**
     * Makes one.
     *
     * @param rightRow all slots that the right side fills
     */
    LoopJoinOperator(
            int number, Operator left, Operator right, Join.Kind kind, Evaluator condition, RowFormat rightRow) {
        super(number);
        this.left = left;
        this.right = right;
        this.kind = kind;
        this.condition = condition;
        this.rightRow = rightRow;
    }

    @Override
    RowCursor open(Execution execution) {
        return new PairCursor(execution);
    }

    private final class PairCursor extends InputCursor {
        private final Reopening inner;
        private @Nullable RowCursor partners;
        private boolean matched;

        PairCursor(Execution execution) {
            super(LoopJoinOperator.this, left, execution);
            inner = new Reopening(right, execution);
        }

        @Override
        boolean advance() {
            return switch (kind) {
                case INNER -> nextPair();
                case LEFT -> nextOuterPair();
                case SEMI -> nextLeft(true);
                case ANTI -> nextLeft(false);
            };
        }

        private boolean nextPair() {
            while (true) {
                if (partners != null && nextPartner(partners)) {
                    return true;
                }
                if (!source.next()) {
                    return false;
                }
                partners = inner.start();
            }
        }

        private boolean nextOuterPair() {
            while (true) {
                if (partners != null) {
                    if (nextPartner(partners)) {
                        matched = true;
                        return true;
                    }
                    partners = null;
                    if (!matched) {
                        rightRow.clear(frame);
                        return true;
                    }
                }
                if (!source.next()) {
                    return false;
                }
                matched = false;
                partners = inner.start();
            }
        }

        private boolean nextLeft(boolean wanted) {
            while (source.next()) {
                if (nextPartner(inner.start()) == wanted) {
                    return true;
                }
            }
            return false;
        }

        private boolean nextPartner(RowCursor cursor) {
            while (cursor.next()) {
                if (condition.test(frame) == Truth.TRUE) {
                    return true;
                }
            }
            return false;
        }

        @Override
        void restart() {
            super.restart();
            partners = null;
        }

        @Override
        void release() {
            super.release();
            inner.close();
        }
    }
}
