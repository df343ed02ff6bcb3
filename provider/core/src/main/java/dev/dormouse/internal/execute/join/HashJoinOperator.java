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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the right side once into a hash table and asks it for each left row; left rows keep their order. */
public final class HashJoinOperator extends Operator {

    private final Operator left;
    private final Operator right;
    private final Join.Kind kind;
    private final Keys keys;
    private final Evaluator condition;
    private final RightRows rightRows;

    /** The expressions whose equality makes partners. */
    public record Keys(List<Evaluator> left, List<Evaluator> right) {}

    /** Makes the table of one run. */
    public interface TableFactory {
        PartnerTable make(Keys keys, RowFormat kept);
    }

    /**
     * How right rows are kept.
     *
     * @param kept the slots that somebody reads
     * @param all all slots that the right side fills
     * @param constant whether the right side reads no slot from outside, so that its rows outlive a rewind
     * @param table what finds them
     */
    public record RightRows(RowFormat kept, RowFormat all, boolean constant, TableFactory table) {}

    public HashJoinOperator(
            int number, List<Operator> inputs, Join.Kind kind, Keys keys, Evaluator condition, RightRows rightRows) {
        super(number);
        this.left = inputs.get(0);
        this.right = inputs.get(1);
        this.kind = kind;
        this.keys = keys;
        this.condition = condition;
        this.rightRows = rightRows;
    }

    @Override
    public RowCursor open(Run run) {
        return new ProbeCursor(run);
    }

    private final class ProbeCursor extends InputCursor {
        private final Reopening inner;
        private @Nullable PartnerTable table;
        private List<@Nullable Object[]> partners = List.of();
        private int at;

        ProbeCursor(Run run) {
            super(HashJoinOperator.this, left, run);
            inner = new Reopening(right, run);
        }

        @Override
        protected boolean advance() {
            while (true) {
                if (nextPartner()) {
                    return true;
                }
                if (!source.next()) {
                    return false;
                }
                partners = find();
                at = 0;
                if (kind == Join.Kind.INNER) {
                    continue;
                }
                boolean found = nextPartner();
                if (found ? kind != Join.Kind.ANTI : kind != Join.Kind.SEMI) {
                    finishRow(found);
                    return true;
                }
                partners = List.of();
            }
        }

        /** A left row with its first partner, or without any. */
        private void finishRow(boolean found) {
            if (kind != Join.Kind.LEFT) {
                partners = List.of();
            }
            if (!found && kind == Join.Kind.LEFT) {
                rightRows.all().clear(frame);
            }
        }

        private List<@Nullable Object[]> find() {
            if (table == null) {
                table = build();
            }
            return table.partners(frame);
        }

        private PartnerTable build() {
            PartnerTable rows = rightRows.table().make(keys, rightRows.kept());
            RowCursor cursor = inner.start();
            while (cursor.next()) {
                if (rows.add(frame)) {
                    run.rowKept("hash join");
                }
            }
            return rows;
        }

        private boolean nextPartner() {
            while (at < partners.size()) {
                frame.step();
                rightRows.kept().restore(frame, partners.get(at++));
                if (condition.test(frame) == Truth.TRUE) {
                    return true;
                }
            }
            return false;
        }

        @Override
        protected void restart() {
            super.restart();
            partners = List.of();
            at = 0;
            if (!rightRows.constant()) {
                table = null;
            }
        }

        @Override
        protected void release() {
            super.release();
            inner.close();
            table = null;
        }
    }
}
