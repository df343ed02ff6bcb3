package dev.dormouse.internal.query.build;

import dev.dormouse.failure.QueryMessages;
import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Makes the items of SELECT from what they select. */
final class SelectItems {

    private final Typing typing;
    private final FromClause from;
    private final Function<Slot, List<Selection.Fetch>> fetches;

    /**
     * Makes one.
     *
     * @param from the clause that selected entities are joined to, where they are only referred to
     * @param fetches the fetches of the entity whose record was in a slot of FROM, asked for when the plan is complete
     */
    SelectItems(Typing typing, FromClause from, Function<Slot, List<Selection.Fetch>> fetches) {
        this.typing = typing;
        this.from = from;
        this.fetches = fetches;
    }

    SelectItem item(Operand operand) {
        if (operand instanceof Operand.Entity entity) {
            return entity(entity);
        }
        if (operand instanceof Operand.Embeddable embeddable) {
            Slot record = slot(embeddable.access());
            return new SelectItem(
                    List.of(new Expression.SlotValue(record)),
                    slots -> new Selection.Embeddable(slots.get(0), embeddable.location()));
        }
        if (operand instanceof Operand.CompositeId id) {
            return new SelectItem(id.parts(), slots -> new Selection.CompositeId(slots, id.layout()));
        }
        if (operand instanceof Operand.EntityType type) {
            return type(type);
        }
        if (operand instanceof Operand.Entry entry) {
            return combined(
                    List.of(item(entry.key()), item(entry.value())),
                    parts -> new Selection.Entry(parts.get(0), parts.get(1)));
        }
        if (operand instanceof Operand.Collection collection) {
            throw QueryMessages.wrong(QueryMessages.COLLECTION_AS_VALUE, collection.text());
        }
        return value(operand);
    }

    private SelectItem value(Operand operand) {
        Operand.Scalar scalar = operand == Operand.Null.INSTANCE
                ? typing.scalar(operand, ValueType.STRING, "SELECT")
                : typing.ownType(operand, "SELECT");
        if (scalar == null) {
            throw QueryMessages.wrong(QueryMessages.UNTYPED, Typing.describe(operand), "SELECT");
        }
        return new SelectItem(List.of(scalar.expression()), slots -> new Selection.Value(slots.get(0), scalar.type()));
    }

    private SelectItem entity(Operand.Entity entity) {
        Slot record = slot(entity.access());
        return new SelectItem(
                List.of(new Expression.SlotValue(record)),
                slots -> new Selection.Entity(slots.get(0), entity.layout(), fetches.apply(record)));
    }

    private Slot slot(RecordAccess access) {
        if (access.isJoined()) {
            return access.origin();
        }
        EntityLayout layout = access.layout();
        if (layout == null) {
            throw new AssertionError("an element is in a slot: " + access.text());
        }
        return from.selected(new Operand.Entity(layout, access)).access().origin();
    }

    private static SelectItem type(Operand.EntityType type) {
        if (type.discriminator() == null) {
            return new SelectItem(List.of(), slots -> new Selection.EntityType(null, type.layout()));
        }
        return new SelectItem(
                List.of(type.discriminator()), slots -> new Selection.EntityType(slots.get(0), type.layout()));
    }

    SelectItem construction(Class<?> type, List<? extends Operand> arguments) {
        List<SelectItem> items = new ArrayList<>();
        arguments.forEach(argument -> items.add(item(argument)));
        return combined(items, parts -> new Selection.Construction(type, parts));
    }

    private static SelectItem combined(List<SelectItem> items, Function<List<Selection>, Selection> shape) {
        List<Expression> columns = new ArrayList<>();
        items.forEach(item -> columns.addAll(item.columns()));
        return new SelectItem(columns, slots -> {
            List<Selection> parts = new ArrayList<>();
            int next = 0;
            for (SelectItem item : items) {
                int end = next + item.columns().size();
                parts.add(item.shape().apply(slots.subList(next, end)));
                next = end;
            }
            return shape.apply(parts);
        });
    }
}
