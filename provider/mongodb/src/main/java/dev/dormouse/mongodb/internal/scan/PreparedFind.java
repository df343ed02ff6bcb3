package dev.dormouse.mongodb.internal.scan;

import dev.dormouse.mongodb.internal.document.TableForm;
import dev.dormouse.mongodb.internal.transaction.MongoTransaction;
import dev.dormouse.store.PreparedPlan;
import dev.dormouse.store.RowCursor;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.evaluate.Counters;
import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.evaluate.compile.ExpressionCompiler;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.plan.Access;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.ExpressionTree;
import dev.dormouse.store.plan.Filter;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.Scan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A scan, perhaps under filters, that the server runs. */
public final class PreparedFind implements PreparedPlan {

    private final Scan scan;
    private final AccessFinder access;
    private final List<Evaluator> conditions;
    private final PushedConditions pushed;

    private PreparedFind(Scan scan, List<Expression> conditions) {
        this.scan = scan;
        this.access = AccessFinder.of(scan.access());
        this.conditions = conditions.stream().map(ExpressionCompiler::simple).toList();
        this.pushed = PushedConditions.of(scan.slot(), conditions);
    }

    /** Takes a count of a whole table, a scan, or filters without subquery over one. */
    public static Optional<PreparedPlan> prepare(Plan plan) {
        Optional<PreparedPlan> count = PreparedCount.prepare(plan);
        return count.isPresent() ? count : find(plan);
    }

    private static Optional<PreparedPlan> find(Plan plan) {
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
        return Optional.of(new PreparedFind(scan, conditions));
    }

    Scan scan() {
        return scan;
    }

    AccessFinder access() {
        return access;
    }

    List<Evaluator> conditions() {
        return conditions;
    }

    /** Returns the find; null where nothing is to be found. */
    @Nullable
    Find find(TableForm form, Frame frame) {
        Find found = access.find(form, frame);
        return found == null ? null : found.and(pushed.filter(form, frame));
    }

    long limit(Frame frame) {
        return Long.MAX_VALUE;
    }

    boolean isLimitExact(Find find) {
        return false;
    }

    @Override
    public RowCursor open(StoreTransaction transaction, Frame frame, Counters counters) {
        return new FindCursor(this, (MongoTransaction) transaction, frame, counters);
    }

    @Override
    public String describe() {
        String filtered = conditions.isEmpty() ? "" : pushed.isEmpty() ? ", filtered" : ", filtered by the server";
        return text(scan.access()) + " of " + scan.table().name() + filtered;
    }

    private static String text(Access path) {
        if (path instanceof Access.Full full) {
            return full.reverse() ? "all records, backwards," : "all records";
        }
        if (path instanceof Access.KeyLookup) {
            return "one record by primary key";
        }
        if (path instanceof Access.KeyList) {
            return "records by primary key";
        }
        if (path instanceof Access.KeyRange keys) {
            return keys.reverse() ? "range of the primary key, backwards," : "range of the primary key";
        }
        if (path instanceof Access.IndexRange indexed) {
            return "range of index " + indexed.index().name() + (indexed.reverse() ? ", backwards," : "");
        }
        return "lookups in index " + ((Access.IndexList) path).index().name();
    }
}
