package dev.dormouse.internal.query.build;

import dev.dormouse.failure.QueryMessages;
import dev.dormouse.internal.layout.BasicLocation;
import dev.dormouse.internal.layout.CollectionLocation;
import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.internal.mapping.model.CollectionModel;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Join;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.record.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The fetch joins of a query. They are joined above its order and page, so that neither is disturbed; an inner one leaves a condition below a page, so that rows
 * without a partner are gone before it is cut.
 */
final class FetchJoins {

    private final Level level;
    private final List<Requested> requested = new ArrayList<>();
    private final List<Fetched> fetched = new ArrayList<>();

    FetchJoins(Level level) {
        this.level = level;
    }

    private record Requested(Join.Kind kind, Operand path, Slot owner, String text) {}

    /**
     * One association that is joined.
     *
     * @param owner the slot that its owner had in FROM
     * @param columns the expressions that it is read from
     */
    record Fetched(Slot owner, List<Expression> columns, Shape shape) {}

    /** Makes the fetch of the slots that its columns are in. */
    interface Shape {
        Selection.Fetch of(List<Slot> slots);
    }

    boolean isEmpty() {
        return requested.isEmpty();
    }

    /** Returns whether a row of the query comes several times, once for each element of a collection. */
    boolean multipliesRows() {
        return requested.stream().anyMatch(r -> r.path() instanceof Operand.Collection);
    }

    /** Adds a fetch join. */
    void add(Join.Kind kind, Operand path) {
        RecordAccess owner = ownerOf(path);
        requested.add(new Requested(kind, path, owner.origin(), Typing.describe(path)));
    }

    /** Returns the conditions that the inner ones leave below a page. */
    List<Operand> present(Conditions conditions) {
        return requested.stream()
                .filter(request -> request.kind() == Join.Kind.INNER)
                .map(Requested::path)
                .<Operand>map(path -> path instanceof Operand.Collection
                        ? conditions.isEmpty(path, true)
                        : conditions.isNull(path, true))
                .toList();
    }

    private static RecordAccess ownerOf(Operand path) {
        if (path instanceof Operand.Collection collection) {
            return inSlot(collection.owner(), path);
        }
        if (path instanceof Operand.Entity entity) {
            if (entity.access() instanceof RecordAccess.Elsewhere elsewhere) {
                return inSlot(elsewhere.owner(), path);
            }
            if (entity.access() instanceof RecordAccess.Referred referred) {
                return new RecordAccess.InSlot(referred.origin(), null);
            }
        }
        throw QueryMessages.wrong(
                QueryMessages.WRONG_PATH,
                Typing.describe(path),
                "JOIN FETCH",
                "an association or element collection of a selected entity");
    }

    private static RecordAccess inSlot(RecordAccess owner, Operand path) {
        if (owner instanceof RecordAccess.InSlot) {
            return owner;
        }
        throw QueryMessages.wrong(QueryMessages.FETCH_WITHOUT_OWNER, Typing.describe(path));
    }

    /** Refuses fetch joins whose owner is not among the selected records. */
    void checkOwners(List<Expression> selected) {
        for (Requested request : requested) {
            if (!selected.contains(new Expression.SlotValue(request.owner()))) {
                throw QueryMessages.wrong(QueryMessages.FETCH_WITHOUT_OWNER, request.text());
            }
        }
    }

    /**
     * Joins what is fetched to the rows of the query.
     *
     * @param rows the rows, in order and cut
     * @param above takes an expression over the slots of FROM to the same over the rows
     */
    Plan join(Plan rows, UnaryOperator<Expression> above) {
        FromClause from = new FromClause(level.from().slots());
        from.add(rows);
        AssociationJoins joins = new AssociationJoins(from, new Navigation(from));
        SelectItems keys = new SelectItems(level.typing(), from, slot -> List.of());
        fetched.clear();
        for (Requested request : requested) {
            Expression owner = above.apply(new Expression.SlotValue(request.owner()));
            Operand path = moved(request.path(), ((Expression.SlotValue) owner).slot(), above);
            Variable variable = joins.join(path, new AssociationJoins.Request(request.kind(), request.text(), null));
            fetched.add(fetched(request, variable, keys));
        }
        return from.plan();
    }

    List<Fetched> fetched() {
        return fetched;
    }

    private static Operand moved(Operand path, Slot owner, UnaryOperator<Expression> above) {
        if (path instanceof Operand.Collection c) {
            RecordAccess access = new RecordAccess.InSlot(owner, c.owner().layout());
            return new Operand.Collection(c.location(), access, c.target(), c.text());
        }
        Operand.Entity entity = (Operand.Entity) path;
        if (entity.access() instanceof RecordAccess.Referred r) {
            List<Expression> values = r.values().stream().map(above).toList();
            return new Operand.Entity(
                    entity.layout(), new RecordAccess.Referred(r.layout(), r.targetFields(), values, r.text(), owner));
        }
        RecordAccess.Elsewhere elsewhere = (RecordAccess.Elsewhere) entity.access();
        RecordAccess access = new RecordAccess.InSlot(owner, elsewhere.owner().layout());
        return new Operand.Entity(entity.layout(), new RecordAccess.Elsewhere(access, elsewhere.location()));
    }

    private static Fetched fetched(Requested request, Variable variable, SelectItems keys) {
        CollectionLocation collection = request.path() instanceof Operand.Collection c ? c.location() : null;
        if (!(variable.value() instanceof Operand.Entity element)) {
            return new Fetched(
                    request.owner(),
                    List.of(),
                    slots -> new Selection.Fetch(collection, null, null, null, null, List.of()));
        }
        SelectItem key = variable.key() == null || collection == null ? null : keys.item(variable.key());
        List<Expression> columns = new ArrayList<>();
        columns.add(new Expression.SlotValue(element.access().origin()));
        Expression position = variable.position();
        if (position != null) {
            columns.add(position);
        }
        int keyFrom = columns.size();
        if (key != null) {
            columns.addAll(key.columns());
        }
        List<Selection.OrderField> order = collection == null ? List.of() : order(collection, element.layout());
        return new Fetched(
                request.owner(),
                columns,
                slots -> new Selection.Fetch(
                        collection,
                        element.layout(),
                        slots.get(0),
                        position == null ? null : slots.get(1),
                        key == null ? null : key.shape().apply(slots.subList(keyFrom, slots.size())),
                        order));
    }

    private static List<Selection.OrderField> order(CollectionLocation collection, EntityLayout target) {
        List<Selection.OrderField> order = new ArrayList<>();
        for (CollectionModel.OrderItem item : collection.collection().orderBy()) {
            if (item.path().isEmpty()) {
                for (FieldPath field : target.table().primaryKey()) {
                    order.add(new Selection.OrderField(field, item.isDescending()));
                }
            } else {
                BasicLocation location = (BasicLocation) target.location(item.path());
                order.add(new Selection.OrderField(location.field(), item.isDescending()));
            }
        }
        return order;
    }
}
