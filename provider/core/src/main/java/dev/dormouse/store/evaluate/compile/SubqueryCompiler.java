package dev.dormouse.store.evaluate.compile;

import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.plan.Expression;

/** Compiles what contains a plan: the engine runs it, a store declines. */
@FunctionalInterface
public interface SubqueryCompiler {

    /** Refuses every subquery: for stores, which are only given conditions without one. */
    SubqueryCompiler NONE = subquery -> {
        throw new UnsupportedOperationException("A subquery was given to who runs none: '" + subquery
                + "'. A store must decline a plan with a subquery. Ask ExpressionTree.hasSubquery first.");
    };

    /**
     * Compiles one.
     *
     * @param subquery one of {@link Expression.Exists}, {@link Expression.InQuery}, {@link Expression.Quantified}, {@link Expression.ScalarQuery}
     */
    Evaluator compile(Expression subquery);
}
