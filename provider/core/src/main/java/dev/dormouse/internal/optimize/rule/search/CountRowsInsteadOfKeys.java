package dev.dormouse.internal.optimize.rule.search;

import dev.dormouse.internal.optimize.rule.NeverNull;
import dev.dormouse.internal.optimize.rule.Rule;
import dev.dormouse.internal.optimize.rule.RuleContext;
import dev.dormouse.store.plan.Aggregate;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts rows where what is counted is never null, so that nothing of them is read, and a store that knows how many there are says it.
 *
 * <pre>
 * Aggregate n = count(f.id)
 *   Scan Flight f
 * ->
 * Aggregate n = count(*)
 *   Scan Flight f
 * </pre>
 */
public final class CountRowsInsteadOfKeys implements Rule {

    @Override
    public Plan apply(Plan node, RuleContext context) {
        if (!(node instanceof Aggregate aggregate) || aggregate.calls().stream().noneMatch(this::countsValues)) {
            return node;
        }
        NeverNull present = NeverNull.in(aggregate.input());
        List<Aggregate.Call> calls = new ArrayList<>();
        for (Aggregate.Call call : aggregate.calls()) {
            calls.add(
                    countsValues(call) && present.test(call.argument())
                            ? new Aggregate.Call(call.slot(), call.function(), false, Expression.Literal.TRUE)
                            : call);
        }
        return calls.equals(aggregate.calls()) ? node : new Aggregate(aggregate.input(), aggregate.keys(), calls);
    }

    private boolean countsValues(Aggregate.Call call) {
        return call.function() == Aggregate.Function.COUNT
                && !call.distinct()
                && !call.argument().equals(Expression.Literal.TRUE);
    }
}
