package dev.dormouse.internal.execute.join;

import dev.dormouse.internal.execute.operator.InputCursor;
import dev.dormouse.internal.execute.operator.Operator;
import dev.dormouse.internal.execute.operator.Reopening;
import dev.dormouse.internal.execute.operator.RowFormat;
import dev.dormouse.internal.execute.operator.Run;
import dev.dormouse.store.RowCursor;
import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.plan.Join;
import dev.dormouse.store.type.Truth;
import org.jspecify.annotations.Nullable;

/** Opens the right side anew for each left row; with an index lookup there, that finds the partners directly. */
public final class LoopJoinOperator extends Operator {

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
    public LoopJoinOperator(
            int number, Operator left, Operator right, Join.Kind kind, Evaluator condition, RowFormat rightRow) {
        super(number);
        this.left = left;
        this.right = right;
        this.kind = kind;
        this.condition = condition;
        this.rightRow = rightRow;
    }

    @Override
    public RowCursor open(Run run) {
        return new PairCursor(run);
    }

    private final class PairCursor extends InputCursor {
        private final Reopening inner;
        private @Nullable RowCursor partners;
        private boolean matched;

        PairCursor(Run run) {
            super(LoopJoinOperator.this, left, run);
            inner = new Reopening(right, run);
        }

        @Override
        protected boolean advance() {
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
        protected void restart() {
            super.restart();
            partners = null;
        }

        @Override
        protected void release() {
            super.release();
            inner.close();
        }
    }
}
