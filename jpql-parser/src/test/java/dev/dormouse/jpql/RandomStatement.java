package dev.dormouse.jpql;

import dev.dormouse.jpql.ast.CollectionMember;
import dev.dormouse.jpql.ast.ConstructorExpression;
import dev.dormouse.jpql.ast.DeleteStatement;
import dev.dormouse.jpql.ast.DerivedPath;
import dev.dormouse.jpql.ast.EntityJoin;
import dev.dormouse.jpql.ast.Expression;
import dev.dormouse.jpql.ast.FetchJoin;
import dev.dormouse.jpql.ast.FromItem;
import dev.dormouse.jpql.ast.Identifier;
import dev.dormouse.jpql.ast.Join;
import dev.dormouse.jpql.ast.JoinType;
import dev.dormouse.jpql.ast.MapEntry;
import dev.dormouse.jpql.ast.NullPlacement;
import dev.dormouse.jpql.ast.ObjectExpression;
import dev.dormouse.jpql.ast.OrderItem;
import dev.dormouse.jpql.ast.PathJoin;
import dev.dormouse.jpql.ast.Position;
import dev.dormouse.jpql.ast.RangeVariable;
import dev.dormouse.jpql.ast.SelectClause;
import dev.dormouse.jpql.ast.SelectItem;
import dev.dormouse.jpql.ast.SelectQuery;
import dev.dormouse.jpql.ast.SelectStatement;
import dev.dormouse.jpql.ast.SetOperation;
import dev.dormouse.jpql.ast.SetOperator;
import dev.dormouse.jpql.ast.SetStep;
import dev.dormouse.jpql.ast.SortDirection;
import dev.dormouse.jpql.ast.Statement;
import dev.dormouse.jpql.ast.Subquery;
import dev.dormouse.jpql.ast.UpdateItem;
import dev.dormouse.jpql.ast.UpdateStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Random statements that a text can say. */
final class RandomStatement {

    private static final Position NONE = Position.NONE;

    private final RandomExpression expressions;
    private final Dice dice;

    RandomStatement(Random random, int depth) {
        this.dice = new Dice(random, depth);
        this.expressions = new RandomExpression(dice, this::subquery);
    }

    Statement statement() {
        return switch (dice.below(4)) {
            case 0 ->
                new UpdateStatement(
                        dice.name(), dice.maybe(dice::variable), dice.list(1, this::updateItem), where(), NONE);
            case 1 -> new DeleteStatement(dice.name(), dice.maybe(dice::variable), where(), NONE);
            default -> query();
        };
    }

    private UpdateItem updateItem() {
        return new UpdateItem(expressions.attributePath(dice.name()), expressions.scalarOrNull(), NONE);
    }

    private SelectQuery query() {
        if (dice.isDeep() || dice.below(4) > 0) {
            return select();
        }
        boolean intersection = dice.flip();
        return dice.deeper(() -> new SetOperation(
                query(),
                dice.list(
                        1,
                        () -> new SetStep(
                                intersection ? SetOperator.INTERSECT : dice.of(SetOperator.UNION, SetOperator.EXCEPT),
                                dice.flip(),
                                query(),
                                NONE)),
                orderBy(),
                NONE));
    }

    private SelectStatement select() {
        return new SelectStatement(
                dice.maybe(() -> new SelectClause(dice.flip(), dice.list(1, this::item), NONE)),
                from(),
                where(),
                dice.flip() ? List.of() : dice.list(1, expressions::scalar),
                where(),
                orderBy(),
                NONE);
    }

    private Subquery subquery() {
        SelectClause select =
                new SelectClause(dice.flip(), List.of(new SelectItem(expressions.scalar(), null, NONE)), NONE);
        List<OrderItem> noOrder = List.of();
        return new Subquery(
                new SelectStatement(
                        select,
                        dice.list(1, this::subqueryItem),
                        where(),
                        dice.flip() ? List.of() : dice.list(1, expressions::scalar),
                        where(),
                        noOrder,
                        NONE),
                NONE);
    }

    private SelectItem item() {
        Expression expression =
                switch (dice.below(6)) {
                    case 0 ->
                        new ConstructorExpression(
                                expressions.attributePath(dice.name()).qualifiedName() + "",
                                dice.list(1, expressions::scalar),
                                NONE);
                    case 1 -> new ObjectExpression(dice.variable(), NONE);
                    case 2 -> new MapEntry(dice.variable(), NONE);
                    default -> expressions.scalarOrNull();
                };
        return new SelectItem(expression, dice.maybe(dice::variable), NONE);
    }

    private List<FromItem> from() {
        if (dice.flip()) {
            List<Join> fetches =
                    dice.list(0, () -> new FetchJoin(dice.of(JoinType.values()), expressions.path(), NONE));
            return List.of(new RangeVariable(dice.name(), null, fetches, NONE));
        }
        List<FromItem> items = new ArrayList<>();
        items.add(range(true));
        items.addAll(dice.list(0, () -> dice.flip() ? range(true) : member(dice.variable(), true)));
        return items;
    }

    private FromItem subqueryItem() {
        return switch (dice.below(4)) {
            case 0 -> new DerivedPath(expressions.longPath(), dice.variable(), joins(false), NONE);
            case 1 -> member(dice.maybe(dice::variable), false);
            default -> range(false);
        };
    }

    /** An entity with the name IN begins a collection member declaration where a subquery begins. */
    private FromItem range(boolean fetch) {
        Identifier entity = fetch ? dice.name() : dice.root();
        return new RangeVariable(entity, dice.variable(), joins(fetch), NONE);
    }

    private FromItem member(@Nullable Identifier variable, boolean fetch) {
        return new CollectionMember(expressions.path(), variable, joins(fetch), NONE);
    }

    private List<Join> joins(boolean fetch) {
        Supplier<Join> join = () -> {
            JoinType type = dice.of(JoinType.values());
            return switch (dice.below(fetch ? 3 : 2)) {
                case 0 -> new EntityJoin(type, dice.name(), dice.variable(), where(), NONE);
                case 1 -> new PathJoin(type, expressions.longPath(), dice.variable(), where(), NONE);
                default -> new FetchJoin(type, expressions.path(), NONE);
            };
        };
        return dice.list(0, join);
    }

    private @Nullable Expression where() {
        return dice.maybe(expressions::condition);
    }

    private List<OrderItem> orderBy() {
        return dice.flip()
                ? List.of()
                : dice.list(
                        1,
                        () -> new OrderItem(
                                expressions.scalar(),
                                dice.of(SortDirection.values()),
                                dice.of(NullPlacement.values()),
                                NONE));
    }
}
