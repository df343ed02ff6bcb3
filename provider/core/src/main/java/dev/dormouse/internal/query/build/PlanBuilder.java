package dev.dormouse.internal.query.build;

import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.SetOperation;
import dev.dormouse.store.type.BasicType;
import java.util.Map;

/**
 * Builds the plan of one statement, whatever language it was written in: the only place of name resolution, typing and null semantics. Equal meaning gives
 * an equal plan.
 */
public final class PlanBuilder {

    private final QueryDomain domain;
    private final ParameterTable parameters;
    private final Slots slots = new Slots();

    /**
     * Begins a statement.
     *
     * @param domain what its names mean
     * @param adapted the types of parameters whose values were wider than a first compilation guessed; empty at first
     */
    public PlanBuilder(QueryDomain domain, Map<ParameterName, BasicType> adapted) {
        this.domain = domain;
        this.parameters = new ParameterTable(adapted);
    }

    private Level level() {
        return new Level(domain, new Typing(parameters), slots);
    }

    /** Opens a SELECT. */
    public SelectBuilder select() {
        return new SelectBuilder(level());
    }

    /** Combines two queries. */
    public SetBuilder combine(SetOperation.Kind kind, boolean all, QueryPart left, QueryPart right) {
        return new SetBuilder(slots, kind, all, left, right);
    }

    /** Opens an UPDATE or DELETE. */
    public ModificationBuilder modify(String entityName, String variable) {
        return new ModificationBuilder(level(), entityName, variable);
    }

    /** Notes a parameter. */
    public Operand.Parameter parameter(ParameterName name) {
        return parameters.declare(name);
    }

    /**
     * Finishes a query.
     *
     * @param isPaged whether a page of the result is asked for
     */
    public BuiltQuery build(QueryPart part, boolean isPaged) {
        BuiltQuery.PageParameters bounds =
                isPaged ? new BuiltQuery.PageParameters(parameters.reserve(), parameters.reserve()) : null;
        QueryPart.Page page = bounds == null
                ? null
                : new QueryPart.Page(bound(bounds.offset(), "offset"), bound(bounds.count(), "count"));
        BuiltPart built = part.build(page, true);
        return new BuiltQuery(
                built.plan(),
                built.selections(built.columns()),
                built.names(),
                parameters(),
                bounds,
                built.repeatsRows(),
                built.isDistinct());
    }

    private static Expression bound(int index, String name) {
        return new Expression.Parameter(index, ":" + name, BasicType.LONG);
    }

    /** Finishes an UPDATE. */
    public BuiltModification update(ModificationBuilder update) {
        return update.update(this::parameters);
    }

    /** Finishes a DELETE, with the rows of join tables that belong to the entities. */
    public BuiltModification delete(ModificationBuilder delete) {
        return delete.delete(this::parameters);
    }

    private QueryParameters parameters() {
        return new QueryParameters(parameters.toList(), parameters.count());
    }
}
