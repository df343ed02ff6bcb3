package dev.dormouse.internal.query.build;

import dev.dormouse.failure.NearestName;
import dev.dormouse.failure.QueryMessages;
import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.store.plan.Aggregate;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Join;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.plan.SortKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One SELECT, at the top or as a subquery. Clauses are given in the order FROM, WHERE, GROUP BY, SELECT, HAVING, ORDER BY; operands are made with
 * {@link #variable}, {@link #attribute}, {@link #conditions} and {@link #scalars} of this level.
 */
public final class SelectBuilder implements QueryPart {

    private final Level level;
    private final Conditions conditions;
    private final Scalars scalars;
    private final Aggregates aggregates;
    private final FetchJoins fetches;
    private final SelectPlan plan;
    private final Map<String, Operand> resultVariables = new HashMap<>();
    private final List<Operand> selected = new ArrayList<>();

    SelectBuilder(Level level) {
        this.level = level;
        this.conditions = new Conditions(level);
        this.scalars = new Scalars(level, conditions);
        this.aggregates = new Aggregates(level);
        this.fetches = new FetchJoins(level);
        this.plan = new SelectPlan(level, aggregates, fetches);
    }

    /** Opens a subquery, which sees the variables of this level. */
    public SelectBuilder subquery() {
        return new SelectBuilder(level.inner());
    }

    public Conditions conditions() {
        return conditions;
    }

    public Scalars scalars() {
        return scalars;
    }

    /** Adds the instances of an entity to the domain. */
    public Variable from(String entityName, String name) {
        EntityLayout layout = level.domain().entity(entityName);
        Slot slot = level.from().slot(layout, name);
        level.from().add(level.from().scan(layout, slot));
        return declare(Variable.of(name, entity(layout, slot)));
    }

    private static Operand.Entity entity(EntityLayout layout, Slot slot) {
        return new Operand.Entity(layout, new RecordAccess.InSlot(slot, layout));
    }

    private Variable declare(Variable variable) {
        level.declare(variable);
        return variable;
    }

    /** Adds the elements that a path of the level around leads to, or those of a collection, to the domain. */
    public Variable from(Operand path, String name) {
        return join(Join.Kind.INNER, path, name, null);
    }

    /**
     * Joins along a path.
     *
     * @param on makes the ON condition; the variable is declared when it is asked
     */
    public Variable join(Join.Kind kind, Operand path, String name, @Nullable Supplier<Operand> on) {
        AssociationJoins joins = new AssociationJoins(level.from(), level.navigation());
        Function<Variable, Expression> condition = on == null
                ? null
                : variable -> {
                    declare(variable);
                    return conditions.condition(on.get(), "ON");
                };
        Variable variable = joins.join(path, new AssociationJoins.Request(kind, name, condition));
        return on == null ? declare(variable) : variable;
    }

    /** Joins the instances of an entity. */
    public Variable joinEntity(Join.Kind kind, String entityName, String name, @Nullable Supplier<Operand> on) {
        EntityLayout layout = level.domain().entity(entityName);
        Slot slot = level.from().slot(layout, name);
        Variable variable = declare(Variable.of(name, entity(layout, slot)));
        Supplier<Expression> condition = on == null ? null : () -> conditions.condition(on.get(), "ON");
        level.from().join(level.from().scan(layout, slot), kind, Expression.Literal.TRUE, condition);
        return variable;
    }

    /** Fetches an association with the selected entity that has it. */
    public void fetch(Join.Kind kind, Operand path) {
        fetches.add(kind, path);
    }

    /** Returns the variable with a name, of this level or one around it; null for none. */
    public @Nullable Variable findVariable(String name) {
        return level.find(name);
    }

    /** Returns the variable with a name. */
    public Variable variable(String name) {
        Variable variable = level.find(name);
        if (variable == null) {
            throw QueryMessages.wrong(QueryMessages.UNKNOWN_NAME, name, NearestName.remedy(name, level.names()));
        }
        return variable;
    }

    /** Follows an attribute; what is needed for it is joined at this level. */
    public Operand attribute(Operand owner, String name) {
        return level.navigation().attribute(owner, name);
    }

    /** Tells whether an entity or embeddable has an attribute. */
    public boolean hasAttribute(Operand owner, String name) {
        return Navigation.hasAttribute(owner, name);
    }

    /** Takes an operand as an instance of an entity below its type; where it is none, there is no value. */
    public Operand treat(Operand operand, String entityName) {
        return new Downcasts(level).treat(operand, level.domain().entity(entityName), false);
    }

    /** Takes a path that is joined next as one to an entity below its type; what is of another type is not joined. */
    public Operand treatPath(Operand path, String entityName) {
        return new Downcasts(level).treat(path, level.domain().entity(entityName), true);
    }

    /** Returns what a name stands for that is no variable: an enum constant or an entity; null for nothing. */
    public @Nullable Operand findLiteral(String qualifiedName) {
        Object constant = level.domain().findConstant(qualifiedName);
        if (constant != null) {
            return Scalars.constant(constant);
        }
        return level.domain()
                .findEntity(qualifiedName)
                .map(layout -> new Operand.EntityType(layout, null, true))
                .orElse(null);
    }

    /** Returns the names of the variables in sight, for messages. */
    public List<String> variableNames() {
        return level.names();
    }

    /** The id of an entity. */
    public Operand id(Operand operand) {
        return level.navigation().id(entity(operand, "ID"));
    }

    /** The version of an entity. */
    public Operand version(Operand operand) {
        Operand.Entity entity = entity(operand, "VERSION");
        Operand version = level.navigation().version(entity);
        if (version == null) {
            throw QueryMessages.wrong(
                    QueryMessages.WRONG_OPERAND,
                    Typing.describe(operand),
                    operand.describe(),
                    "VERSION",
                    "an entity with a version");
        }
        return version;
    }

    private static Operand.Entity entity(Operand operand, String context) {
        if (operand instanceof Operand.Entity entity) {
            return entity;
        }
        throw QueryMessages.wrong(
                QueryMessages.WRONG_OPERAND, Typing.describe(operand), operand.describe(), context, "an entity");
    }

    /** The position of a variable in the list that it was joined over. */
    public Operand.Scalar index(Variable variable) {
        if (variable.position() == null) {
            throw QueryMessages.wrong(QueryMessages.WRONG_VARIABLE, variable.name(), "INDEX", "a list with an order");
        }
        return new Operand.Scalar(variable.position(), ValueType.INTEGER);
    }

    /** The key of a variable in the map that it was joined over. */
    public Operand key(Variable variable) {
        if (variable.key() == null) {
            throw QueryMessages.wrong(QueryMessages.WRONG_VARIABLE, variable.name(), "KEY", "a map");
        }
        return variable.key();
    }

    /** An aggregate function over the rows of a group. */
    public Operand.Scalar aggregate(Aggregate.Function function, boolean distinct, Operand operand) {
        return aggregates.aggregate(function, distinct, operand);
    }

    /** The value of a subquery that selects one row. */
    public Operand scalar(SelectBuilder subquery) {
        return subquery.asScalar();
    }

    /** Restricts the rows. */
    public void where(Operand condition) {
        Expression expression = conditions.condition(condition, "WHERE");
        aggregates.checkNone(expression, "WHERE");
        plan.where(expression);
    }

    /** Groups the rows. */
    public void groupBy(Operand item) {
        if (item instanceof Operand.Entity entity) {
            Slot record = level.from().selected(entity).access().origin();
            plan.groupBy(new Expression.SlotValue(record));
            return;
        }
        Operand.Scalar scalar = level.typing().ownType(item, "GROUP BY");
        if (scalar == null) {
            throw QueryMessages.wrong(QueryMessages.UNTYPED, Typing.describe(item), "GROUP BY");
        }
        aggregates.checkNone(scalar.expression(), "GROUP BY");
        plan.groupBy(scalar.expression());
    }

    /** Restricts the groups. */
    public void having(Operand condition) {
        plan.having(conditions.condition(condition, "HAVING"));
    }

    /** Drops equal rows of the result. */
    public void distinct() {
        plan.distinct();
    }

    /** Adds an item to the result. */
    public void select(Operand operand, @Nullable String resultVariable) {
        add(plan.items().item(operand), operand, resultVariable);
    }

    /** Adds an object made by a constructor. */
    public void construct(String className, List<? extends Operand> arguments, @Nullable String resultVariable) {
        Class<?> type = level.domain().findClass(className);
        if (type == null) {
            throw QueryMessages.wrong(QueryMessages.UNKNOWN_CLASS, className);
        }
        add(plan.items().construction(type, arguments), Operand.Null.INSTANCE, resultVariable);
    }

    private void add(SelectItem item, Operand operand, @Nullable String resultVariable) {
        if (resultVariable != null) {
            String folded = Level.folded(resultVariable);
            if (resultVariables.putIfAbsent(folded, operand) != null || level.declares(resultVariable)) {
                throw QueryMessages.wrong(QueryMessages.DUPLICATE_RESULT_VARIABLE, resultVariable);
            }
        }
        selected.add(operand);
        plan.select(item, resultVariable);
    }

    /** Returns what a result variable stands for, null if there is none of that name. */
    public @Nullable Operand findResult(String resultVariable) {
        return resultVariables.get(Level.folded(resultVariable));
    }

    /** Orders the result. Nulls are lowest unless something else is said. */
    public void orderBy(Operand item, boolean descending, @Nullable Boolean nullsFirst) {
        boolean first = nullsFirst == null ? !descending : nullsFirst;
        for (Expression value : orderValues(item)) {
            plan.orderBy(new SortKey(value, descending, first));
        }
    }

    /** Returns the values that an item orders by: of an entity its key. */
    List<Expression> orderValues(Operand item) {
        if (item instanceof Operand.Entity entity) {
            return level.navigation().key(entity);
        }
        Operand.Scalar scalar = level.typing().ownType(item, "ORDER BY");
        if (scalar == null) {
            throw QueryMessages.wrong(QueryMessages.UNTYPED, Typing.describe(item), "ORDER BY");
        }
        return List.of(scalar.expression());
    }

    /** Returns the rows as a subquery of EXISTS needs them. */
    Plan rows() {
        return plan.rows();
    }

    /**
     * A subquery as a set of values.
     *
     * @param operands what is compared with them, in the level around
     * @param plan the values, of the same types
     */
    record Values(List<Expression> operands, Plan plan) {}

    /** Returns the only item of this subquery as values that an operand of the level around is compared with. */
    Values values(Operand operand, String context) {
        Operand item = onlyItem(context);
        if (EntityComparisons.takes(item) && EntityComparisons.takes(operand)) {
            List<Expression> own = new EntityComparisons(level).parts(item);
            return new Values(new EntityComparisons(level).parts(operand), plan.values(own));
        }
        if (item instanceof Operand.EntityType a && operand instanceof Operand.EntityType b) {
            return new Values(List.of(discriminator(b)), plan.values(List.of(discriminator(a))));
        }
        if (item instanceof Operand.Entity entity && operand instanceof Operand.Parameter parameter) {
            List<Expression> key = new EntityComparisons(level).parts(entity);
            return new Values(new EntityComparisons(level).parameterParts(parameter.name(), entity), plan.values(key));
        }
        List<Expression> both = level.typing().comparable(List.of(operand, item), context);
        return new Values(List.of(both.get(0)), plan.values(List.of(both.get(1))));
    }

    private static Expression discriminator(Operand.EntityType type) {
        if (type.discriminator() == null) {
            throw QueryMessages.notSupportedYet("TYPE of an entity without subtypes in a subquery", "Leave it out.");
        }
        return type.discriminator();
    }

    private Operand onlyItem(String context) {
        if (selected.size() != 1) {
            throw QueryMessages.wrong(QueryMessages.WRONG_SUBQUERY, selected.size() + " items", context, "value");
        }
        return selected.get(0);
    }

    private Operand asScalar() {
        Operand item = onlyItem("an expression");
        if (item instanceof Operand.Entity entity) {
            List<Expression> key = level.navigation().key(entity);
            if (key.size() > 1) {
                throw QueryMessages.notSupportedYet(
                        "a subquery as the value of an entity whose key has several parts", "Use EXISTS.");
            }
            Expression value = new Expression.ScalarQuery(plan.values(key));
            EntityLayout layout = entity.layout();
            return new Operand.Entity(
                    layout,
                    new RecordAccess.Referred(
                            layout,
                            layout.table().primaryKey(),
                            List.of(value),
                            entity.access().text(),
                            entity.access().origin()));
        }
        Operand.Scalar scalar = level.typing().scalar(item, ValueType.STRING, "a subquery");
        return new Operand.Scalar(new Expression.ScalarQuery(plan.values(List.of(scalar.expression()))), scalar.type());
    }

    @Override
    public BuiltPart build(@Nullable Page page, boolean isAlone) {
        if (page != null) {
            fetches.present(conditions).forEach(this::where);
        }
        return plan.build(page, isAlone);
    }

    @Override
    public SelectBuilder leftmost() {
        return this;
    }
}
