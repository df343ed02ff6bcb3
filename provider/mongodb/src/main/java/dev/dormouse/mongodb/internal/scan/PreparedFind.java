package dev.dormouse.mongodb.internal.scan;

import dev.dormouse.mongodb.internal.document.TableForm;
import dev.dormouse.mongodb.internal.transaction.MongoTransaction;
import dev.dormouse.store.PreparedPlan;
import dev.dormouse.store.RowCursor;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.evaluate.Counters;
import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.evaluate.compile.ExpressionCompiler;
import dev.dormouse.store.plan.Access;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.Scan;
import dev.dormouse.store.record.IndexPart;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A scan, perhaps under filters, an order and a page, that the server runs. */
public final class PreparedFind implements PreparedPlan {

    private final Scan scan;
    private final AccessFinder access;
    private final List<Evaluator> conditions;
    private final PushedConditions pushed;
    private final List<IndexPart> sort;
    private final Page page;

    private PreparedFind(ScanShape shape) {
        this.scan = shape.scan();
        this.access = AccessFinder.of(scan.access());
        this.conditions =
                shape.conditions().stream().map(ExpressionCompiler::simple).toList();
        this.pushed = PushedConditions.of(scan.table(), scan.slot(), shape.conditions());
        this.sort = shape.sort();
        this.page = Page.of(shape.limit());
    }

    /** Takes a count of a whole table, or a scan under filters without subquery, an order of its fields and a page. */
    public static Optional<PreparedPlan> prepare(Plan plan) {
        Optional<PreparedPlan> count = PreparedCount.prepare(plan);
        return count.isPresent() ? count : ScanShape.of(plan).map(PreparedFind::new);
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
        return found == null ? null : found.and(pushed.filter(form, frame)).in(sort);
    }

    Page page() {
        return page;
    }

    /** Tells whether the server lets nothing through that is not wanted, so that it can count. */
    boolean isExact(Find find) {
        return pushed.isExact() && find.ranges().isEmpty() && find.sorted() == null;
    }

    @Override
    public RowCursor open(StoreTransaction transaction, Frame frame, Counters counters) {
        return new FindCursor(this, (MongoTransaction) transaction, frame, counters);
    }

    @Override
    public String describe() {
        String filtered = conditions.isEmpty() ? "" : pushed.isEmpty() ? ", filtered" : ", filtered by the server";
        String sorted = sort.isEmpty() ? "" : ", sorted by the server";
        String paged = page.equals(Page.ALL) ? "" : pushed.isExact() ? ", page of the server" : ", page";
        return text(scan.access()) + " of " + scan.table().name() + filtered + sorted + paged;
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
        if (path instanceof Access.PrefixList list) {
            return list.index().map(index -> "lookups in index " + index.name()).orElse("lookups in the primary key");
        }
        return "lookups in index " + ((Access.IndexList) path).index().name();
    }
}
