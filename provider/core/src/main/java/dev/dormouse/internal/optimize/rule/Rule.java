package dev.dormouse.internal.optimize.rule;

import dev.dormouse.store.plan.Plan;

/** One way to make a plan better. */
public interface Rule {

    /** Returns a node of the same meaning, or the same object where the rule does not apply. */
    Plan apply(Plan node, RuleContext context);

    /** Returns the name by which the rule is switched off. */
    default String name() {
        return getClass().getSimpleName();
    }
}
