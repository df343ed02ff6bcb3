package dev.dormouse.internal.execute;

import dev.dormouse.store.RowCursor;

/** Passes over the rows before a page and stops after it. */
final class LimitOperator extends Operator {

    private final Operator input;
    private final PageBounds bounds;

    LimitOperator(int number, Operator input, PageBounds bounds) {
        super(number);
        this.input = input;
        this.bounds = bounds;
    }

    @Override
    RowCursor open(Execution execution) {
        return new PageCursor(execution);
    }

    private final class PageCursor extends InputCursor {
        private long toSkip;
        private long remaining;

        PageCursor(Execution execution) {
            super(LimitOperator.this, input, execution);
            begin();
        }

        private void begin() {
            toSkip = bounds.offset(frame);
            remaining = bounds.count(frame);
        }

        @Override
        boolean advance() {
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
        void restart() {
            super.restart();
            begin();
        }
    }
}
