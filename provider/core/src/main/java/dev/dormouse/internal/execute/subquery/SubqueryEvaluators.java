package dev.dormouse.internal.execute.subquery;

import dev.dormouse.store.RowCursor;
import dev.dormouse.store.evaluate.ConditionEvaluator;
import dev.dormouse.store.evaluate.EvaluationException;
import dev.dormouse.store.evaluate.EvaluationMessages;
import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.evaluate.compile.ExpressionCompiler;
import dev.dormouse.store.plan.ComparisonOperator;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.PlanPrinter;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.Truth;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The expressions that contain a plan. */
public final class SubqueryEvaluators {

    private SubqueryEvaluators() {}

    public static Evaluator compile(Expression expression, Subquery subquery, ExpressionCompiler compiler) {
        if (expression instanceof Expression.Exists) {
            return new HasRow(subquery);
        }
        if (expression instanceof Expression.ScalarQuery scalar) {
            return new OnlyRow(subquery, scalar.query());
        }
        if (expression instanceof Expression.InQuery in) {
            return AmongRows.compile(in, subquery, compiler);
        }
        Expression.Quantified quantified = (Expression.Quantified) expression;
        return quantified(quantified, subquery, compiler);
    }

    /** {@code = any} and {@code <> all} ask for membership; the others need no more than the extremes. */
    private static Evaluator quantified(
            Expression.Quantified quantified, Subquery subquery, ExpressionCompiler compiler) {
        boolean in = quantified.operator() == ComparisonOperator.EQUAL && !quantified.all();
        boolean notIn = quantified.operator() == ComparisonOperator.NOT_EQUAL && quantified.all();
        if (in || notIn) {
            Evaluator among = AmongRows.compile(
                    new Expression.InQuery(List.of(quantified.left()), quantified.query()), subquery, compiler);
            return in ? among : new Negated(among);
        }
        Slot column = quantified.query().output().get(0);
        return new AgainstExtremes(
                quantified.operator(),
                quantified.all(),
                compiler.compile(quantified.left()),
                new Extremes.Column(subquery, column.id(), (BasicType) column.type()));
    }

    private static final class Negated extends ConditionEvaluator {
        private final Evaluator term;

        Negated(Evaluator term) {
            this.term = term;
        }

        @Override
        public Truth test(Frame frame) {
            return term.test(frame).not();
        }
    }

    private static final class HasRow extends ConditionEvaluator {
        private final Subquery subquery;

        HasRow(Subquery subquery) {
            this.subquery = subquery;
        }

        @Override
        public Truth test(Frame frame) {
            return (Truth) Objects.requireNonNull(subquery.result(frame, List.of(), rows -> Truth.of(rows.next())));
        }
    }

    private static final class OnlyRow extends Evaluator {
        private final Subquery subquery;
        private final Plan query;
        private final int column;

        OnlyRow(Subquery subquery, Plan query) {
            this.subquery = subquery;
            this.query = query;
            this.column = query.output().get(0).id();
        }

        @Override
        public @Nullable Object value(Frame frame) {
            return subquery.result(frame, List.of(), rows -> only(rows, frame));
        }

        private @Nullable Object only(RowCursor rows, Frame frame) {
            if (!rows.next()) {
                return null;
            }
            Object value = frame.slot(column);
            Object kept = value instanceof RecordView view ? view.retain() : value;
            if (rows.next()) {
                throw new EvaluationException(
                        EvaluationMessages.MORE_THAN_ONE_ROW,
                        PlanPrinter.print(query).lines().findFirst().orElse("").strip());
            }
            return kept;
        }
    }

    private static final class AgainstExtremes extends ConditionEvaluator {
        private final ComparisonOperator operator;
        private final boolean all;
        private final Evaluator left;
        private final Extremes.Column column;

        AgainstExtremes(ComparisonOperator operator, boolean all, Evaluator left, Extremes.Column column) {
            this.operator = operator;
            this.all = all;
            this.left = left;
            this.column = column;
        }

        @Override
        public Truth test(Frame frame) {
            Extremes extremes = column.extremes(frame);
            if (extremes.isEmpty()) {
                return Truth.of(all);
            }
            Object value = left.value(frame);
            if (value == null) {
                return Truth.UNKNOWN;
            }
            return all ? extremes.all(operator, value) : extremes.any(operator, value);
        }
    }
}
