package dev.dormouse.internal.execute;

import dev.dormouse.internal.execute.group.AggregateCall;
import dev.dormouse.internal.execute.group.AggregateOperator;
import dev.dormouse.internal.execute.group.DistinctOperator;
import dev.dormouse.internal.execute.group.GroupKeys;
import dev.dormouse.internal.execute.group.WindowOperator;
import dev.dormouse.internal.execute.join.BatchJoinOperator;
import dev.dormouse.internal.execute.join.HashJoinOperator;
import dev.dormouse.internal.execute.join.LoopJoinOperator;
import dev.dormouse.internal.execute.join.PartnerTable;
import dev.dormouse.internal.execute.operator.FilterOperator;
import dev.dormouse.internal.execute.operator.LimitOperator;
import dev.dormouse.internal.execute.operator.Operator;
import dev.dormouse.internal.execute.operator.PageBounds;
import dev.dormouse.internal.execute.operator.ProjectOperator;
import dev.dormouse.internal.execute.operator.RecordIdentity;
import dev.dormouse.internal.execute.operator.RowFormat;
import dev.dormouse.internal.execute.operator.RowOrder;
import dev.dormouse.internal.execute.operator.SetOperator;
import dev.dormouse.internal.execute.operator.SortOperator;
import dev.dormouse.internal.execute.operator.StoreOperator;
import dev.dormouse.internal.execute.operator.UnnestOperator;
import dev.dormouse.internal.execute.subquery.Correlation;
import dev.dormouse.internal.execute.subquery.Subquery;
import dev.dormouse.internal.execute.subquery.SubqueryEvaluators;
import dev.dormouse.store.PreparedPlan;
import dev.dormouse.store.Store;
import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.evaluate.compile.ExpressionCompiler;
import dev.dormouse.store.plan.Access;
import dev.dormouse.store.plan.Aggregate;
import dev.dormouse.store.plan.ArithmeticOperator;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.ExpressionTree;
import dev.dormouse.store.plan.Filter;
import dev.dormouse.store.plan.Join;
import dev.dormouse.store.plan.Limit;
import dev.dormouse.store.plan.Modify;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.PlanTree;
import dev.dormouse.store.plan.Project;
import dev.dormouse.store.plan.ReadFields;
import dev.dormouse.store.plan.Scan;
import dev.dormouse.store.plan.SetOperation;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.plan.Sort;
import dev.dormouse.store.plan.Unnest;
import dev.dormouse.store.plan.Window;
import dev.dormouse.store.type.BasicType;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The making of one executable plan, from the root down: what the store takes ends the descent. */
final class Compilation {

    private final Store store;
    private final Plan plan;
    private final ReadFields readFields;
    private final boolean stableViews;
    private final int executionPlace;
    private final IdentityHashMap<Plan, Operator> operators = new IdentityHashMap<>();
    private final ExpressionCompiler expressions;
    private int operatorCount;
    private int placeCount;
    private @Nullable Page page;

    Compilation(Store store, Plan plan) {
        this.store = store;
        this.plan = plan;
        this.readFields = ReadFields.of(plan);
        this.stableViews = store.features().stableViews();
        this.executionPlace = PlanTree.slotCount(plan);
        this.placeCount = executionPlace + 1;
        this.expressions = new ExpressionCompiler(this::subquery);
    }

    ExecutablePlan finish(long catalogVersion, long scanLimit, List<String> advice, ExpectedWork expected) {
        Modification modification = plan instanceof Modify modify ? modification(modify) : null;
        Operator root = modification == null ? compile(plan, ids(plan.output())) : modification.input();
        return new ExecutablePlan(
                plan,
                root,
                modification,
                new Explanation(plan, operators, advice),
                new ExecutablePlan.Sizes(catalogVersion, operatorCount, executionPlace, placeCount, scanLimit),
                expected);
    }

    private Modification modification(Modify modify) {
        Optional<PreparedPlan> whole = store.prepare(modify, readFields);
        if (whole.isEmpty()) {
            return byRows(modify);
        }
        Operator root = new StoreOperator(operatorCount++, whole.get(), false, null);
        operators.put(modify, root);
        Modification instead = whole.get().mayBeUndecided() ? unshown(() -> byRows(modify)) : null;
        return Modification.whole(root, modify, instead);
    }

    private Modification byRows(Modify modify) {
        BitSet read = reads(modify);
        read.set(modify.target().slot().id());
        return Modification.ofRows(compile(modify.input(), read), modify, expressions);
    }

    private Evaluator subquery(Expression expression) {
        Plan query = ExpressionTree.subquery(expression).orElseThrow();
        Operator operator = partOf(null, () -> compile(query, ids(query.output())));
        int place = placeCount++;
        Subquery subquery = new Subquery(operator, Correlation.of(query, expressions), executionPlace, place);
        return SubqueryEvaluators.compile(expression, subquery, expressions);
    }

    /** Compiles a node some of whose slots are read above it. */
    private Operator compile(Plan node, BitSet read) {
        Operator operator = prepared(node).orElseGet(() -> ofEngine(node, union(read, reads(node))));
        operators.put(node, operator);
        return operator;
    }

    private Optional<Operator> prepared(Plan node) {
        Optional<PreparedPlan> taken = store.prepare(node, readFields);
        return taken.map(prepared -> {
            Operator instead = prepared.mayBeUndecided() ? unshown(() -> aggregate((Aggregate) node)) : null;
            Operator operator = new StoreOperator(operatorCount++, prepared, isFullScan(node), instead);
            operators.put(node, operator);
            return operator;
        });
    }

    /** Compiles the way of the engine for what a store has taken but may not decide; EXPLAIN shows the way of the store. */
    private <T extends @Nullable Object> T unshown(Supplier<T> compilation) {
        IdentityHashMap<Plan, Operator> shown = new IdentityHashMap<>(operators);
        T ofEngine = compilation.get();
        operators.clear();
        operators.putAll(shown);
        return ofEngine;
    }

    private static boolean isFullScan(Plan node) {
        return PlanTree.anyMatch(node, n -> n instanceof Scan scan && scan.access() instanceof Access.Full);
    }

    private Operator ofEngine(Plan node, BitSet read) {
        if (node instanceof Filter filter) {
            Operator input = compile(filter.input(), read);
            return new FilterOperator(operatorCount++, input, expressions.compile(filter.condition()));
        }
        if (node instanceof Project project) {
            Operator input = compile(project.input(), read);
            List<Evaluator> items = expressions.compile(
                    project.items().stream().map(item -> item.value()).toList());
            return new ProjectOperator(operatorCount++, input, array(project.output()), items);
        }
        if (node instanceof Limit limit) {
            return limit(limit, read);
        }
        if (node instanceof Sort sort) {
            return sort(sort, read, null);
        }
        if (node instanceof Unnest unnest) {
            Operator input = compile(unnest.input(), read);
            return new UnnestOperator(operatorCount++, input, expressions.compile(unnest.array()), unnest);
        }
        if (node instanceof Join join) {
            return join(join, read);
        }
        if (node instanceof Aggregate aggregate) {
            return aggregate(aggregate);
        }
        if (node instanceof Window window) {
            return window(window, read);
        }
        if (node instanceof SetOperation operation) {
            return new SetOperator(operatorCount++, side(operation.left()), side(operation.right()), operation);
        }
        throw new UnsupportedOperationException("Not supported: a store that declines '" + node
                + "'. Every store must take a scan, and a bulk statement must be the root of its plan.");
    }

    private Operator limit(Limit limit, BitSet read) {
        PageBounds bounds = PageBounds.of(limit, expressions);
        Operator input =
                partOf(new Page(bounds, end(limit), firstPairs(limit.input())), () -> belowLimit(limit, read, bounds));
        return new LimitOperator(operatorCount++, input, bounds);
    }

    /**
     * A page that rows are part of.
     *
     * @param bounds its bounds
     * @param end the number of its last row, null for none
     * @param pairs the join whose first pairs the page has, null where what lies between drops rows or changes their order
     */
    private record Page(PageBounds bounds, @Nullable Expression end, @Nullable Join pairs) {}

    private static @Nullable Join firstPairs(Plan node) {
        Plan below = node;
        while (below instanceof Project || (below instanceof Sort sort && sort.ordered())) {
            below = below.inputs().get(0);
        }
        return below instanceof Join join && isScan(join.left()) && isScan(join.right()) ? join : null;
    }

    private static boolean isScan(Plan node) {
        return node instanceof Scan || (node instanceof Filter filter && isScan(filter.input()));
    }

    private static @Nullable Expression end(Limit limit) {
        if (limit.count().isEmpty()) {
            return null;
        }
        Expression count = limit.count().get();
        return limit.offset()
                .<Expression>map(
                        offset -> new Expression.Arithmetic(ArithmeticOperator.ADD, offset, count, BasicType.LONG))
                .orElse(count);
    }

    private Operator belowLimit(Limit limit, BitSet read, PageBounds bounds) {
        if (!(limit.input() instanceof Sort sort) || limit.count().isEmpty()) {
            return compile(limit.input(), read);
        }
        Optional<Operator> taken = prepared(sort);
        Operator input = taken.isPresent() ? taken.get() : sort(sort, union(read, reads(sort)), bounds);
        operators.put(sort, input);
        return input;
    }

    /** Compiles what is part of a page, null for what is read whole: operators that read ahead heed it. */
    private <T> T partOf(@Nullable Page rows, Supplier<T> compilation) {
        Page around = page;
        page = rows;
        T compiled = compilation.get();
        page = around;
        return compiled;
    }

    private Operator sort(Sort sort, BitSet read, @Nullable PageBounds first) {
        Operator input = partOf(sort.ordered() ? page : null, () -> compile(sort.input(), read));
        if (sort.ordered() && comesInOrderOfAccess(sort.input())) {
            return input;
        }
        return new SortOperator(
                operatorCount++,
                input,
                new RowOrder(sort.keys(), expressions),
                new RowFormat(filled(sort.input(), read), stableViews),
                first);
    }

    /** Tells whether no store took more than a scan and filters over it of what gives the rows their order, which is then that of the access. */
    private boolean comesInOrderOfAccess(Plan node) {
        Plan below = node;
        while (below instanceof Filter filter) {
            below = filter.input();
        }
        if (below instanceof Scan) {
            return true;
        }
        boolean ordersPairs = node instanceof Join join
                && (join.right() instanceof Join || join.right() instanceof Filter || join.right() instanceof Scan);
        return !(operators.get(node) instanceof StoreOperator)
                && comesInOrderOfAccess(node.inputs().get(0))
                && (!ordersPairs || comesInOrderOfAccess(node.inputs().get(1)));
    }

    private Operator join(Join join, BitSet read) {
        Operator left = compile(join.left(), union(read, PlanTree.freeSlots(join.right())));
        Operator right = partOf(null, () -> compile(join.right(), read));
        Evaluator condition = expressions.compile(join.condition());
        if (join.strategy() instanceof Join.Strategy.Hash hash) {
            HashJoinOperator.Keys keys = keys(hash.leftKeys(), hash.rightKeys());
            HashJoinOperator.RightRows rows = rightRows(join, read, PartnerTable.Equal::new);
            return new HashJoinOperator(operatorCount++, List.of(left, right), join.kind(), keys, condition, rows);
        }
        if (join.strategy() instanceof Join.Strategy.NullAwareHash hash) {
            HashJoinOperator.Keys keys = keys(hash.leftKeys(), hash.rightKeys());
            HashJoinOperator.RightRows rows = rightRows(join, read, PartnerTable.NotDifferent::new);
            return new HashJoinOperator(operatorCount++, List.of(left, right), join.kind(), keys, condition, rows);
        }
        RowFormat all = new RowFormat(PlanTree.filledSlots(join.right()), stableViews);
        if (join.strategy() instanceof Join.Strategy.Batch batch) {
            return new BatchJoinOperator(
                    operatorCount++,
                    List.of(left, right),
                    join.kind(),
                    new BatchJoinOperator.Lookup(
                            keys(batch.leftKeys(), batch.rightKeys()),
                            batch.places(),
                            condition,
                            page == null ? null : page.bounds(),
                            firstPartners(join)),
                    new BatchJoinOperator.Rows(
                            new RowFormat(filled(join.left(), read), stableViews),
                            new RowFormat(filled(join.right(), read), stableViews),
                            all));
        }
        return new LoopJoinOperator(operatorCount++, left, right, join.kind(), condition, all);
    }

    /** Returns what gives no more partners of one row than the page has rows, where all partners are wanted and the store can end there. */
    private @Nullable Operator firstPartners(Join join) {
        boolean areAllWanted = join.condition().equals(Expression.Literal.TRUE)
                && (join.kind() == Join.Kind.INNER || join.kind() == Join.Kind.LEFT);
        if (page == null || page.end() == null || !join.equals(page.pairs()) || !areAllWanted) {
            return null;
        }
        Limit first = new Limit(join.right(), Optional.empty(), Optional.of(page.end()));
        return unshown(() -> prepared(first).orElse(null));
    }

    private HashJoinOperator.Keys keys(List<Expression> left, List<Expression> right) {
        return new HashJoinOperator.Keys(expressions.compile(left), expressions.compile(right));
    }

    private HashJoinOperator.RightRows rightRows(Join join, BitSet read, HashJoinOperator.TableFactory table) {
        return new HashJoinOperator.RightRows(
                new RowFormat(filled(join.right(), read), stableViews),
                new RowFormat(PlanTree.filledSlots(join.right()), stableViews),
                PlanTree.freeSlots(join.right()).isEmpty(),
                table);
    }

    private Operator aggregate(Aggregate aggregate) {
        Plan below = aggregate.input();
        Operator input = partOf(null, () -> compile(below, reads(aggregate)));
        GroupKeys keys = GroupKeys.compile(aggregate.keys(), below, expressions);
        if (aggregate.calls().isEmpty() && !aggregate.keys().isEmpty()) {
            return new DistinctOperator(operatorCount++, input, keys);
        }
        RowFormat format = new RowFormat(new BitSet(), stableViews);
        List<AggregateCall> calls = aggregate.calls().stream()
                .map(call -> AggregateCall.compile(call, below, expressions, format))
                .toList();
        return new AggregateOperator(operatorCount++, input, keys, calls, format);
    }

    private Operator window(Window window, BitSet read) {
        Plan below = window.input();
        Operator input = compile(below, read);
        RowFormat format = new RowFormat(filled(below, read), stableViews);
        List<AggregateCall> calls = window.calls().stream()
                .map(call -> AggregateCall.compile(call, below, expressions, format))
                .toList();
        return new WindowOperator(operatorCount++, input, expressions.compile(window.keys()), calls, format);
    }

    private SetOperator.Side side(Plan input) {
        Operator operator = partOf(null, () -> compile(input, ids(input.output())));
        List<Evaluator> identities = input.output().stream()
                .map(slot -> RecordIdentity.compile(new Expression.SlotValue(slot), input, expressions))
                .toList();
        return new SetOperator.Side(operator, input.output(), identities);
    }

    private static BitSet reads(Plan node) {
        BitSet read = new BitSet();
        for (Expression expression : PlanTree.expressions(node)) {
            read.or(ExpressionTree.slots(expression));
        }
        return read;
    }

    private static BitSet filled(Plan input, BitSet read) {
        BitSet slots = PlanTree.filledSlots(input);
        slots.and(read);
        return slots;
    }

    private static BitSet union(BitSet a, BitSet b) {
        BitSet both = (BitSet) a.clone();
        both.or(b);
        return both;
    }

    private static BitSet ids(List<Slot> slots) {
        BitSet ids = new BitSet();
        slots.forEach(slot -> ids.set(slot.id()));
        return ids;
    }

    private static int[] array(List<Slot> slots) {
        return slots.stream().mapToInt(Slot::id).toArray();
    }
}
