package dev.dormouse.internal.execute.operator;

import dev.dormouse.store.RowCursor;

/** Passes over the rows before a page and stops after it. */
public final class LimitOperator extends Operator {

    private final Operator input;
    private final PageBounds bounds;

    public LimitOperator(int number, Operator input, PageBounds bounds) {
        super(number);
        this.input = input;
        this.bounds = bounds;
    }

    @Override
    public RowCursor open(Run run) {
        return new PageCursor(run);
    }

    private final class PageCursor extends InputCursor {
        private long toSkip;
        private long remaining;

        PageCursor(Run run) {
            super(LimitOperator.this, input, run);
            begin();
        }

        private void begin() {
            toSkip = bounds.offset(frame);
            remaining = bounds.count(frame);
        }

        @Override
        protected boolean advance() {
            if (remaining == 0) {
                return false;
            }
            while (toSkip > 0) {
                if (!source.next()) {
                    return false;
                }
                toSkip--;
            }
            remaining--;
            return source.next();
        }

        @Override
        protected void restart() {
            super.restart();
            begin();
        }
    }
}
