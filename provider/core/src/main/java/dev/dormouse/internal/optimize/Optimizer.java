package dev.dormouse.internal.optimize;

import dev.dormouse.internal.optimize.access.Estimates;
import dev.dormouse.internal.optimize.access.PlanEstimate;
import dev.dormouse.internal.optimize.access.Statistics;
import dev.dormouse.internal.optimize.rule.Rule;
import dev.dormouse.internal.optimize.rule.RuleContext;
import dev.dormouse.internal.optimize.rule.condition.FoldConstants;
import dev.dormouse.internal.optimize.rule.condition.MergeFilters;
import dev.dormouse.internal.optimize.rule.condition.PushDownNegation;
import dev.dormouse.internal.optimize.rule.condition.RemoveTrueFilter;
import dev.dormouse.internal.optimize.rule.condition.SimplifyConnectives;
import dev.dormouse.internal.optimize.rule.condition.TurnDisjunctionIntoInList;
import dev.dormouse.internal.optimize.rule.condition.TurnFalseFilterIntoEmptyPage;
import dev.dormouse.internal.optimize.rule.condition.TurnQuantifierIntoMembership;
import dev.dormouse.internal.optimize.rule.condition.UnwrapCastInComparison;
import dev.dormouse.internal.optimize.rule.join.ChooseJoinStrategy;
import dev.dormouse.internal.optimize.rule.join.ReorderJoins;
import dev.dormouse.internal.optimize.rule.join.TurnLeftJoinIntoInnerJoin;
import dev.dormouse.internal.optimize.rule.push.PushAggregateBelowJoin;
import dev.dormouse.internal.optimize.rule.push.PushFilterBelowAggregate;
import dev.dormouse.internal.optimize.rule.push.PushFilterBelowJoin;
import dev.dormouse.internal.optimize.rule.push.PushFilterBelowProject;
import dev.dormouse.internal.optimize.rule.push.PushFilterBelowSort;
import dev.dormouse.internal.optimize.rule.push.PushFilterBelowUnnest;
import dev.dormouse.internal.optimize.rule.push.PushJoinConditionIntoInputs;
import dev.dormouse.internal.optimize.rule.push.PushLimitBelowProject;
import dev.dormouse.internal.optimize.rule.push.PushSortBelowProject;
import dev.dormouse.internal.optimize.rule.search.ChooseAccessPath;
import dev.dormouse.internal.optimize.rule.search.CountRowsInsteadOfKeys;
import dev.dormouse.internal.optimize.rule.search.ReadEntriesAlone;
import dev.dormouse.internal.optimize.rule.search.UseIndexForExtreme;
import dev.dormouse.internal.optimize.rule.search.UseIndexOrder;
import dev.dormouse.internal.optimize.rule.subquery.TurnExistsIntoSemiJoin;
import dev.dormouse.internal.optimize.rule.subquery.TurnInQueryIntoSemiJoin;
import dev.dormouse.internal.optimize.rule.subquery.TurnScalarAggregateIntoJoin;
import dev.dormouse.store.plan.Assignment;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.ExpressionTree;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.PlanTree;
import dev.dormouse.store.plan.Project;
import dev.dormouse.store.plan.Slot;
import java.util.List;
import java.util.Set;

/** Applies the rules. This list is the table of contents of the optimizer. */
public final class Optimizer {

    /** The rules in the order in which a node meets them, phase by phase. */
    private static final List<List<Rule>> PHASES = List.of(
            List.of(
                    new SimplifyConnectives(),
                    new PushDownNegation(),
                    new UnwrapCastInComparison(),
                    new TurnDisjunctionIntoInList(),
                    new FoldConstants(),
                    new MergeFilters(),
                    new RemoveTrueFilter(),
                    new TurnFalseFilterIntoEmptyPage(),
                    new PushFilterBelowProject(),
                    new PushFilterBelowAggregate(),
                    new PushFilterBelowSort(),
                    new PushFilterBelowUnnest(),
                    new TurnLeftJoinIntoInnerJoin(),
                    new PushFilterBelowJoin(),
                    new PushJoinConditionIntoInputs(),
                    new TurnQuantifierIntoMembership(),
                    new TurnExistsIntoSemiJoin(),
                    new TurnInQueryIntoSemiJoin(),
                    new CountRowsInsteadOfKeys(),
                    new PushSortBelowProject(),
                    new PushLimitBelowProject()),
            List.of(new TurnScalarAggregateIntoJoin(), new MergeFilters(), new PushFilterBelowJoin()),
            List.of(new ReorderJoins()),
            List.of(new PushAggregateBelowJoin()));

    /** The rules that decide how records are found, in the same way. */
    private static final List<List<Rule>> ACCESS_PHASES = List.of(
            List.of(new UseIndexForExtreme(), new UseIndexOrder()),
            List.of(new ChooseJoinStrategy()),
            List.of(new MergeFilters(), new ChooseAccessPath()));

    private static final int MOST_ROUNDS = 100;
    private static final int MOST_STEPS_A_NODE = 1000;

    private final Statistics statistics;
    private final Set<String> switchedOff;

    /**
     * Makes one.
     *
     * @param switchedOff names of rules that are not applied
     */
    public Optimizer(Statistics statistics, Set<String> switchedOff) {
        this.statistics = statistics;
        this.switchedOff = Set.copyOf(switchedOff);
    }

    /** Makes the plan of a query better. */
    public OptimizedPlan optimize(Plan query) {
        RuleContext context = new RuleContext(new Estimates(statistics, query), PlanTree.slotCount(query));
        Plan asked = withOutput(query.output(), apply(PHASES, query, context));
        Plan found = apply(ACCESS_PHASES, asked, context);
        Plan plan = switchedOff.contains(ReadEntriesAlone.NAME) ? found : ReadEntriesAlone.in(found);
        double work = PlanEstimate.of(asked, context.estimates()).cost();
        return new OptimizedPlan(plan, IndexAdvice.of(plan), work);
    }

    /** Rules may add slots to what a node gives; whoever asked gets what was asked for. */
    private static Plan withOutput(List<Slot> output, Plan plan) {
        if (plan.output().equals(output)) {
            return plan;
        }
        return new Project(
                plan,
                output.stream()
                        .map(slot -> new Assignment(slot, new Expression.SlotValue(slot)))
                        .toList());
    }

    private Plan apply(List<List<Rule>> phases, Plan query, RuleContext context) {
        Plan plan = query;
        for (List<Rule> phase : phases) {
            List<Rule> rules = phase.stream()
                    .filter(rule -> !switchedOff.contains(rule.name()))
                    .toList();
            plan = untilStable(plan, rules, context);
        }
        return plan;
    }

    private static Plan untilStable(Plan query, List<Rule> rules, RuleContext context) {
        Plan plan = query;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Plan better = visit(plan, rules, context);
            if (better == plan) {
                return plan;
            }
            plan = better;
        }
        throw new AssertionError("rules that undo each other: " + rules + " on " + query);
    }

    /** From the root down, subqueries included. */
    private static Plan visit(Plan node, List<Rule> rules, RuleContext context) {
        Plan settled = settle(node, rules, context);
        Plan inside = PlanTree.mapExpressions(
                settled, e -> ExpressionTree.mapSubqueries(e, query -> visit(query, rules, context)));
        return PlanTree.mapInputs(inside, input -> visit(input, rules, context));
    }

    private static Plan settle(Plan node, List<Rule> rules, RuleContext context) {
        Plan current = node;
        for (int step = 0; step < MOST_STEPS_A_NODE; step++) {
            Plan before = current;
            for (Rule rule : rules) {
                current = rule.apply(current, context);
            }
            if (current == before) {
                return current;
            }
        }
        throw new AssertionError("rules that undo each other: " + rules + " on " + node);
    }
}
