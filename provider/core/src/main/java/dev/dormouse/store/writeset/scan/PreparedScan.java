package dev.dormouse.store.writeset.scan;

import dev.dormouse.store.PreparedPlan;
import dev.dormouse.store.RowCursor;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.evaluate.Counters;
import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.evaluate.compile.ExpressionCompiler;
import dev.dormouse.store.evaluate.compile.KeyEvaluator;
import dev.dormouse.store.evaluate.compile.RangeEvaluator;
import dev.dormouse.store.plan.Access;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.ExpressionTree;
import dev.dormouse.store.plan.Filter;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.Scan;
import dev.dormouse.store.writeset.WriteSetTransaction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A scan, perhaps under filters, that is ready to run. */
final class PreparedScan implements PreparedPlan {

    private final Scan scan;
    private final Evaluator[] conditions;
    private final Path path;

    /** How an access path opens. */
    interface Path {
        ScanCursor open(ScanSetting setting);
    }

    private PreparedScan(Scan scan, Evaluator[] conditions) {
        this.scan = scan;
        this.conditions = conditions;
        this.path = path(scan);
    }

    /** Takes a scan, or filters without subquery over one. */
    static Optional<PreparedPlan> prepare(Plan plan) {
        List<Expression> conditions = new ArrayList<>();
        Plan node = plan;
        while (node instanceof Filter filter && !ExpressionTree.hasSubquery(filter.condition())) {
            conditions.add(filter.condition());
            node = filter.input();
        }
        if (!(node instanceof Scan scan)) {
            return Optional.empty();
        }
        Collections.reverse(conditions);
        return Optional.of(new PreparedScan(
                scan, conditions.stream().map(ExpressionCompiler::simple).toArray(Evaluator[]::new)));
    }

    private static Path path(Scan scan) {
        Access access = scan.access();
        if (access instanceof Access.Full full) {
            return setting -> RecordScan.all(setting, full.reverse());
        }
        if (access instanceof Access.KeyRange keys) {
            RangeEvaluator range = RangeEvaluator.of(keys.range());
            return setting -> RecordScan.range(setting, range, keys.reverse());
        }
        if (access instanceof Access.KeyLookup lookup) {
            KeyEvaluator key = KeyEvaluator.of(lookup);
            return setting -> new KeyScan(setting, key, false);
        }
        if (access instanceof Access.KeyList list) {
            KeyEvaluator keys = KeyEvaluator.of(list);
            return setting -> new KeyScan(setting, keys, true);
        }
        if (access instanceof Access.IndexRange indexed) {
            RangeEvaluator range = RangeEvaluator.of(indexed.range());
            return IndexScan.range(scan.table(), indexed, range);
        }
        if (access instanceof Access.IndexList list) {
            RangeEvaluator ranges = RangeEvaluator.of(list);
            return IndexScan.list(scan.table(), list, ranges);
        }
        if (access instanceof Access.PrefixList list) {
            RangeEvaluator ranges = RangeEvaluator.of(list);
            return list.index()
                    .<Path>map(index -> IndexScan.prefixes(index, ranges))
                    .orElse(setting -> RecordScan.prefixes(setting, ranges));
        }
        throw new AssertionError("an access path that no store knows: " + access);
    }

    @Override
    public RowCursor open(StoreTransaction transaction, Frame frame, Counters counters) {
        return path.open(new ScanSetting(
                (WriteSetTransaction) transaction, scan.table(), scan.slot().id(), conditions, frame, counters));
    }

    @Override
    public String describe() {
        String filtered = conditions.length == 0 ? "" : ", filtered";
        return scan.access().describe() + " of " + scan.table().name() + filtered;
    }
}
