package dev.dormouse.mongodb.internal.scan;

import dev.dormouse.mongodb.internal.document.Projection;
import dev.dormouse.mongodb.internal.document.TableForm;
import dev.dormouse.mongodb.internal.transaction.MongoTransaction;
import dev.dormouse.store.PreparedPlan;
import dev.dormouse.store.RowCursor;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.evaluate.Counters;
import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.evaluate.compile.ExpressionCompiler;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.ReadFields;
import dev.dormouse.store.plan.Scan;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.IndexPart;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A scan, perhaps under filters, an order and a page, that the server runs. */
public final class PreparedFind implements PreparedPlan {

    private final Scan scan;
    private final AccessFinder access;
    private final List<Evaluator> conditions;
    private final PushedConditions pushed;
    private final List<IndexPart> sort;
    private final Page page;
    private final @Nullable Projection projection;

    private PreparedFind(ScanShape shape, @Nullable ReadFields read) {
        this.scan = shape.scan();
        this.access = AccessFinder.of(scan.access(), scan.table());
        this.conditions =
                shape.conditions().stream().map(ExpressionCompiler::simple).toList();
        this.pushed = PushedConditions.of(scan.slot(), shape.conditions());
        this.sort = shape.sort();
        this.page = Page.of(shape.limit());
        this.projection = read == null ? null : projection(read);
    }

    private @Nullable Projection projection(ReadFields read) {
        if (read.isWhole(scan.slot())) {
            return null;
        }
        Set<FieldPath> paths = new LinkedHashSet<>(read.paths(scan.slot()));
        paths.addAll(access.checked(scan.table()));
        return Projection.of(TableForm.of(scan.table()), paths).orElse(null);
    }

    /**
     * Takes groups, a bulk update, or a scan under filters without subquery, an order of its fields and a page.
     *
     * @param read which fields are read; null for all
     */
    public static Optional<PreparedPlan> prepare(Plan plan, @Nullable ReadFields read) {
        Optional<PreparedPlan> taken = PreparedGroup.prepare(plan).or(() -> PreparedUpdate.prepare(plan));
        return taken.isPresent() ? taken : ScanShape.of(plan).map(shape -> new PreparedFind(shape, read));
    }

    /** Makes the find of a plan that is a scan under filters without subquery, for who wants none of its records, in no order. */
    static Optional<PreparedFind> ofFilter(Plan plan) {
        return ScanShape.of(plan).filter(shape -> shape.limit() == null).map(shape -> new PreparedFind(shape, null));
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
        return found == null ? null : found.passing(pushed, frame).in(sort);
    }

    /** Returns which fields are brought; null for all. */
    @Nullable
    Projection projection() {
        return projection;
    }

    Page page() {
        return page;
    }

    @Override
    public RowCursor open(StoreTransaction transaction, Frame frame, Counters counters) {
        return new FindCursor(this, (MongoTransaction) transaction, frame, counters);
    }

    @Override
    public String describe() {
        String filtered = conditions.isEmpty() ? "" : pushed.isEmpty() ? ", filtered" : ", filtered by the server";
        String sorted = sort.isEmpty() ? "" : ", sorted by the server";
        String paged = page.equals(Page.ALL) ? "" : pushed.isComplete() ? ", page of the server" : ", page";
        return scan.access().describe() + " of " + scan.table().name() + filtered + sorted + paged
                + (projection == null ? "" : ", fields " + projection);
    }
}
