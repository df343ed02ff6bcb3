package dev.dormouse.internal.execute;

import static dev.dormouse.store.plan.Terms.and;
import static dev.dormouse.store.plan.Terms.cast;
import static dev.dormouse.store.plan.Terms.compare;
import static dev.dormouse.store.plan.Terms.compute;
import static dev.dormouse.store.plan.Terms.in;
import static dev.dormouse.store.plan.Terms.isNull;
import static dev.dormouse.store.plan.Terms.like;
import static dev.dormouse.store.plan.Terms.lit;
import static dev.dormouse.store.plan.Terms.not;
import static dev.dormouse.store.plan.Terms.or;

import dev.dormouse.store.plan.Aggregate;
import dev.dormouse.store.plan.Assignment;
import dev.dormouse.store.plan.ComparisonOperator;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Filter;
import dev.dormouse.store.plan.Join;
import dev.dormouse.store.plan.Limit;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.Project;
import dev.dormouse.store.plan.Scan;
import dev.dormouse.store.plan.SetOperation;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.plan.Sort;
import dev.dormouse.store.plan.SortKey;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.IndexPart;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.Field;
import dev.dormouse.store.type.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Small random tables, and random logical plans over them as a query builder would make them. One seed, one world. */
public final class RandomPlans {

    private static final String[] TEXTS = {"", "a", "ab", "abc", "b", "ba", "\uD83D\uDE00"};
    private static final RecordType TYPE = new RecordType(List.of(
            new Field("id", BasicType.INTEGER, false),
            new Field("x", BasicType.INTEGER, true),
            new Field("y", BasicType.LONG, true),
            new Field("s", BasicType.STRING, true)));

    private final Random random;
    private final List<TableDefinition> tables = new ArrayList<>();
    private final ListStore store = new ListStore();
    private int slots;

    public RandomPlans(long seed) {
        random = new Random(seed);
        for (String name : List.of("A", "B", "C")) {
            TableDefinition table = TableDefinition.of(name, TYPE, "id").withIndexes(indexes());
            tables.add(table);
            store.table(table, records());
        }
    }

    public ListStore store() {
        return store;
    }

    private List<IndexDefinition> indexes() {
        List<IndexDefinition> indexes = new ArrayList<>();
        TableDefinition shape = TableDefinition.of("shape", TYPE, "id");
        for (int i = random.nextInt(3); i > 0; i--) {
            List<IndexPart> parts = new ArrayList<>();
            List<String> fields = new ArrayList<>(List.of("x", "y", "s"));
            for (int p = 1 + random.nextInt(3); p > 0; p--) {
                String field = fields.remove(random.nextInt(fields.size()));
                parts.add(new IndexPart(shape.path(field), random.nextInt(4) == 0));
            }
            indexes.add(new IndexDefinition(i, "I" + i, parts, false));
        }
        return indexes;
    }

    private Record[] records() {
        Record[] records = new Record[random.nextInt(9)];
        for (int i = 0; i < records.length; i++) {
            records[i] = Record.of(
                    i + random.nextInt(2) * 20,
                    maybe(random.nextInt(5)),
                    maybe((long) random.nextInt(4)),
                    maybe(pick(TEXTS)));
        }
        return records;
    }

    private @Nullable Object maybe(Object value) {
        return random.nextInt(5) == 0 ? null : value;
    }

    /** A whole query. */
    public Plan query() {
        Plan plan = source(List.of(), 1 + random.nextInt(3), 2);
        return switch (random.nextInt(7)) {
            case 0 -> plan;
            case 5 -> fetched(plan);
            case 1 -> page(project(plan));
            case 2 -> distinct(plan);
            case 3 -> ordered(aggregate(plan));
            case 4 -> setOperation(plan);
            default -> ordered(project(plan));
        };
    }

    private Plan source(List<Scan> outer, int scans, int depth) {
        Scan first = scan();
        List<Scan> visible = new ArrayList<>(outer);
        visible.add(first);
        Plan plan = first;
        for (int i = 1; i < scans; i++) {
            Scan next = scan();
            List<Scan> both = new ArrayList<>(visible);
            both.add(next);
            Join.Kind kind = random.nextInt(3) == 0 ? Join.Kind.LEFT : Join.Kind.INNER;
            Expression condition = random.nextInt(5) == 0
                    ? Expression.Literal.TRUE
                    : random.nextInt(3) > 0 ? link(visible, next) : and(link(visible, next), condition(both, 0));
            plan = Join.of(plan, next, kind, condition);
            visible = both;
        }
        return random.nextInt(4) == 0
                ? plan
                : new Filter(
                        plan,
                        switch (random.nextInt(8)) {
                            case 0 -> exists(visible, 1);
                            case 1 -> subqueryOf(visible, 1);
                            default -> condition(visible, depth);
                        });
    }

    private Expression link(List<Scan> visible, Scan next) {
        Scan other = visible.get(random.nextInt(visible.size()));
        String[] ints = {"id", "x"};
        String a = random.nextInt(4) == 0 ? "y" : ints[random.nextInt(2)];
        String b = a.equals("y") ? "y" : ints[random.nextInt(2)];
        return compare(field(other, a), "=", field(next, b));
    }

    private Scan scan() {
        TableDefinition table = tables.get(random.nextInt(tables.size()));
        int id = slots++;
        return Scan.of(table, new Slot(id, table.name().toLowerCase(java.util.Locale.ROOT) + id, TYPE));
    }

    private static Expression field(Scan scan, String name) {
        return new Expression.FieldValue(scan.slot(), scan.table().path(name));
    }

    private Expression condition(List<Scan> visible, int depth) {
        return switch (random.nextInt(depth > 0 ? 14 : 8)) {
            case 0 -> isNull(any(visible, "x"));
            case 1 -> not(isNull(any(visible, random.nextBoolean() ? "s" : "y")));
            case 2 -> in(any(visible, random.nextBoolean() ? "x" : "id"), lit(random.nextInt(5)), lit(2));
            case 3 -> like(any(visible, "s"), lit(random.nextBoolean() ? "a%" : "_b%"), null);
            case 4 -> compare(any(visible, "s"), symbol(), lit(pick(TEXTS)));
            case 5 -> compare(any(visible, "y"), symbol(), lit((long) random.nextInt(4)));
            case 6 -> compare(cast(any(visible, "x"), BasicType.LONG), symbol(), any(visible, "y"));
            case 7 -> compare(integer(visible), symbol(), integer(visible));
            case 8 -> not(condition(visible, depth - 1));
            case 9 -> and(condition(visible, depth - 1), condition(visible, depth - 1), condition(visible, 0));
            case 10 -> or(condition(visible, depth - 1), condition(visible, depth - 1));
            case 11 -> exists(visible, depth);
            case 12 -> subqueryOf(visible, depth);
            default -> and(condition(visible, 0), condition(visible, depth - 1));
        };
    }

    private Expression exists(List<Scan> visible, int depth) {
        Plan query = source(visible, 1 + random.nextInt(2), depth - 1);
        if (random.nextBoolean()) {
            Scan first = firstScan(query);
            query = new Filter(query, link(visible, first));
        }
        Expression exists = new Expression.Exists(query);
        return random.nextBoolean() ? exists : not(exists);
    }

    private static Scan firstScan(Plan plan) {
        return plan instanceof Scan scan ? scan : firstScan(plan.inputs().get(0));
    }

    private Expression subqueryOf(List<Scan> visible, int depth) {
        Scan inner = scan();
        List<Scan> both = new ArrayList<>(visible);
        both.add(inner);
        Plan rows = random.nextBoolean() ? new Filter(inner, condition(both, depth - 1)) : inner;
        Expression value = field(inner, random.nextBoolean() ? "x" : "id");
        if (random.nextInt(3) == 0) {
            Slot result = slot(BasicType.INTEGER);
            Aggregate.Function function = random.nextBoolean() ? Aggregate.Function.MAX : Aggregate.Function.MIN;
            Plan query = new Aggregate(rows, List.of(), List.of(new Aggregate.Call(result, function, false, value)));
            return compare(any(visible, "x"), symbol(), new Expression.ScalarQuery(query));
        }
        Plan query = new Project(rows, List.of(new Assignment(slot(BasicType.INTEGER), value)));
        if (random.nextBoolean()) {
            Expression in = new Expression.InQuery(List.of(any(visible, random.nextBoolean() ? "x" : "id")), query);
            return random.nextBoolean() ? in : not(in);
        }
        return new Expression.Quantified(
                pick(ComparisonOperator.values()), any(visible, "x"), random.nextBoolean(), query);
    }

    private Expression integer(List<Scan> visible) {
        return switch (random.nextInt(4)) {
            case 0 -> lit(random.nextInt(6));
            case 1 -> compute(any(visible, "x"), "+", lit(1));
            case 2 -> any(visible, "id");
            default -> any(visible, "x");
        };
    }

    private Expression any(List<Scan> visible, String name) {
        int last = visible.size() - 1;
        return field(visible.get(random.nextInt(3) == 0 ? last : random.nextInt(last + 1)), name);
    }

    private String symbol() {
        return List.of("=", "=", "=", "<>", "<", "<=", ">", ">=").get(random.nextInt(8));
    }

    private Slot slot(dev.dormouse.store.type.StoreType type) {
        int id = slots++;
        return new Slot(id, "v" + id, type);
    }

    private List<Expression> values(Plan plan) {
        List<Expression> values = new ArrayList<>();
        for (Slot slot : plan.output()) {
            if (slot.type() instanceof RecordType) {
                TableDefinition shape = tables.get(0);
                List.of("id", "x", "y", "s").forEach(n -> values.add(new Expression.FieldValue(slot, shape.path(n))));
            } else {
                values.add(new Expression.SlotValue(slot));
            }
        }
        return values;
    }

    private Plan project(Plan plan) {
        List<Assignment> items = new ArrayList<>();
        List<Expression> values = values(plan);
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            Expression value = values.get(random.nextInt(values.size()));
            items.add(new Assignment(slot(value.type()), value));
        }
        if (random.nextInt(3) == 0) {
            Slot record = plan.output().get(0);
            items.add(new Assignment(slot(record.type()), new Expression.SlotValue(record)));
        }
        return new Project(plan, items);
    }

    private Plan distinct(Plan plan) {
        return new Aggregate(plan, ((Project) project(plan)).items(), List.of());
    }

    private Plan aggregate(Plan plan) {
        List<Expression> values = values(plan);
        List<Assignment> keys = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            Expression value = values.get(random.nextInt(values.size()));
            keys.add(new Assignment(slot(value.type()), value));
        }
        Expression x = values.get(1);
        List<Aggregate.Call> calls = List.of(
                new Aggregate.Call(slot(BasicType.LONG), Aggregate.Function.COUNT, false, Expression.Literal.TRUE),
                new Aggregate.Call(slot(BasicType.LONG), Aggregate.Function.SUM, random.nextBoolean(), x),
                new Aggregate.Call(slot(BasicType.DOUBLE), Aggregate.Function.AVG, false, x),
                new Aggregate.Call(slot(BasicType.INTEGER), Aggregate.Function.MAX, false, x),
                new Aggregate.Call(slot(BasicType.LONG), Aggregate.Function.COUNT, true, values.get(2)),
                new Aggregate.Call(slot(BasicType.LONG), Aggregate.Function.SUM, false, x));
        boolean canBePutTogether = random.nextInt(3) == 0;
        Plan groups =
                new Aggregate(plan, keys, canBePutTogether ? List.of(calls.get(0), calls.get(3), calls.get(5)) : calls);
        if (random.nextBoolean()) {
            Expression count = new Expression.SlotValue(calls.get(0).slot());
            groups = new Filter(groups, compare(count, ">", lit(1L)));
        }
        return groups;
    }

    private Plan ordered(Plan plan) {
        List<SortKey> keys = new ArrayList<>();
        for (Expression value : values(plan)) {
            if (random.nextBoolean()) {
                boolean descending = random.nextBoolean();
                keys.add(
                        random.nextInt(4) == 0
                                ? new SortKey(value, descending, random.nextBoolean())
                                : SortKey.of(value, descending));
            }
        }
        return keys.isEmpty() ? plan : new Sort(plan, keys);
    }

    /** A page of a total order, so that there is one right answer. */
    private Plan page(Plan plan) {
        List<SortKey> keys = new ArrayList<>();
        for (Expression value : values(plan)) {
            keys.add(SortKey.of(value, random.nextBoolean()));
        }
        return new Limit(
                new Sort(plan, keys),
                random.nextBoolean() ? Optional.of(lit((long) random.nextInt(3))) : Optional.empty(),
                Optional.of(lit((long) random.nextInt(5))));
    }

    /** A page with joins above it, which keep its order; pages whose rows are told apart by their keys alone. */
    private Plan fetched(Plan plan) {
        List<SortKey> keys = new ArrayList<>();
        for (Expression value : values(plan)) {
            keys.add(SortKey.of(value, random.nextBoolean()));
        }
        Plan page = new Limit(new Sort(plan, keys), Optional.empty(), Optional.of(lit((long) random.nextInt(6))));
        Scan partner = scan();
        Slot first = plan.output().get(0);
        Expression reference = new Expression.FieldValue(first, tables.get(0).path("x"));
        Join.Kind kind = random.nextBoolean() ? Join.Kind.INNER : Join.Kind.LEFT;
        Plan join = Join.of(page, partner, kind, compare(reference, "=", field(partner, "id")));
        List<Assignment> items = new ArrayList<>();
        join.output().forEach(slot -> items.add(new Assignment(slot, new Expression.SlotValue(slot))));
        return new Project(join, items);
    }

    private Plan setOperation(Plan left) {
        Plan right = source(List.of(), 1, 1);
        Plan first = new Project(
                left,
                List.of(new Assignment(slot(BasicType.INTEGER), values(left).get(1))));
        Plan second = new Project(
                right,
                List.of(new Assignment(slot(BasicType.INTEGER), values(right).get(1))));
        SetOperation.Kind kind = pick(SetOperation.Kind.values());
        return new SetOperation(kind, random.nextBoolean(), first, second, List.of(slot(BasicType.INTEGER)));
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
