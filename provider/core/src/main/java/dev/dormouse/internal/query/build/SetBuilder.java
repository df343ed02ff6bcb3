package dev.dormouse.internal.query.build;

import dev.dormouse.failure.QueryMessages;
import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.store.plan.Assignment;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.PlanPrinter;
import dev.dormouse.store.plan.Project;
import dev.dormouse.store.plan.SetOperation;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.plan.Sort;
import dev.dormouse.store.plan.SortKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two queries under a set operator (specification, section 4.2.1.1). */
public final class SetBuilder implements QueryPart {

    private final Slots slots;
    private final SetOperation.Kind kind;
    private final boolean all;
    private final QueryPart left;
    private final QueryPart right;
    private final List<Ordering> order = new ArrayList<>();

    SetBuilder(Slots slots, SetOperation.Kind kind, boolean all, QueryPart left, QueryPart right) {
        this.slots = slots;
        this.kind = kind;
        this.all = all;
        this.left = left;
        this.right = right;
    }

    private record Ordering(Operand item, boolean descending, boolean nullsFirst) {}

    /** Orders the whole by an item that the first SELECT has. */
    public void orderBy(Operand item, boolean descending, @Nullable Boolean nullsFirst) {
        order.add(new Ordering(item, descending, nullsFirst == null ? !descending : nullsFirst));
    }

    @Override
    public SelectBuilder leftmost() {
        return left.leftmost();
    }

    @Override
    public BuiltPart build(@Nullable Page page, boolean isAlone) {
        BuiltPart a = left.build(null, false);
        BuiltPart b = right.build(null, false);
        checkAlike(a, b);
        List<Slot> columns = new ArrayList<>();
        a.columns().forEach(column -> columns.add(slots.add(column.name(), column.type())));
        Plan plan = new SetOperation(kind, all, aligned(a), aligned(b), columns);
        if (!order.isEmpty()) {
            plan = new Sort(plan, keys(a, columns));
        }
        return new BuiltPart(SelectPlan.cut(plan, page), a.items(), a.names(), columns, false, !all);
    }

    /** Rows that have a slot of their own for each column, though a column that is selected twice is computed once. */
    private Plan aligned(BuiltPart part) {
        if (part.plan().output().equals(part.columns())) {
            return part.plan();
        }
        List<Assignment> items = new ArrayList<>();
        for (Slot column : part.columns()) {
            items.add(new Assignment(slots.add(column.name(), column.type()), new Expression.SlotValue(column)));
        }
        return new Project(part.plan(), items);
    }

    private static void checkAlike(BuiltPart a, BuiltPart b) {
        List<Selection> left = a.selections(a.columns());
        List<Selection> right = b.selections(b.columns());
        boolean alike = left.size() == right.size();
        for (int i = 0; alike && i < left.size(); i++) {
            alike = isAlike(left.get(i), right.get(i));
        }
        if (!alike) {
            throw QueryMessages.wrong(QueryMessages.UNLIKE_QUERIES, types(left) + " and " + types(right));
        }
    }

    private static boolean isAlike(Selection left, Selection right) {
        if (left instanceof Selection.Value a && right instanceof Selection.Value b) {
            return a.type().isLike(b.type());
        }
        if (left instanceof Selection.Entity a && right instanceof Selection.Entity b) {
            EntityLayout root = a.layout().root();
            return root == b.layout().root();
        }
        return left.getClass() == right.getClass() && left.javaType() == right.javaType();
    }

    private static String types(List<Selection> selections) {
        return selections.stream()
                .map(s -> s.javaType().getSimpleName())
                .toList()
                .toString();
    }

    private List<SortKey> keys(BuiltPart a, List<Slot> columns) {
        List<Expression> selected = new ArrayList<>();
        a.items().forEach(item -> selected.addAll(item.columns()));
        List<SortKey> keys = new ArrayList<>();
        for (Ordering ordering : order) {
            for (Expression value : leftmost().orderValues(ordering.item())) {
                keys.add(new SortKey(over(value, selected, columns), ordering.descending(), ordering.nullsFirst()));
            }
        }
        return keys;
    }

    private static Expression over(Expression value, List<Expression> selected, List<Slot> columns) {
        int column = selected.indexOf(value);
        if (column >= 0) {
            return new Expression.SlotValue(columns.get(column));
        }
        if (value instanceof Expression.FieldValue field) {
            int record = selected.indexOf(new Expression.SlotValue(field.slot()));
            if (record >= 0) {
                return new Expression.FieldValue(columns.get(record), field.path());
            }
        }
        throw QueryMessages.wrong(QueryMessages.NOT_SELECTED, PlanPrinter.print(value));
    }
}
