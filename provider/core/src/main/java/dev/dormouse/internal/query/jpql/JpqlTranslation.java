package dev.dormouse.internal.query.jpql;

import dev.dormouse.internal.query.build.BuiltStatement;
import dev.dormouse.internal.query.build.ModificationBuilder;
import dev.dormouse.internal.query.build.Operand;
import dev.dormouse.internal.query.build.ParameterName;
import dev.dormouse.internal.query.build.PlanBuilder;
import dev.dormouse.internal.query.build.QueryPart;
import dev.dormouse.internal.query.build.SetBuilder;
import dev.dormouse.jpql.ast.DeleteStatement;
import dev.dormouse.jpql.ast.Expression;
import dev.dormouse.jpql.ast.Identifier;
import dev.dormouse.jpql.ast.NamedParameter;
import dev.dormouse.jpql.ast.OrderItem;
import dev.dormouse.jpql.ast.Parameter;
import dev.dormouse.jpql.ast.Position;
import dev.dormouse.jpql.ast.PositionalParameter;
import dev.dormouse.jpql.ast.SelectQuery;
import dev.dormouse.jpql.ast.SelectStatement;
import dev.dormouse.jpql.ast.SetOperation;
import dev.dormouse.jpql.ast.SetOperator;
import dev.dormouse.jpql.ast.SetStep;
import dev.dormouse.jpql.ast.Statement;
import dev.dormouse.jpql.ast.UpdateItem;
import dev.dormouse.jpql.ast.UpdateStatement;
import org.jspecify.annotations.Nullable;

/** One statement on its way from its tree to a plan. For one use by one thread. */
public final class JpqlTranslation {

    /** The implicit identification variable. */
    static final String THIS = "this";

    private final PlanBuilder builder;
    private @Nullable Position failure;

    public JpqlTranslation(PlanBuilder builder) {
        this.builder = builder;
    }

    /**
     * Translates a statement.
     *
     * @param isPaged whether a page of the result is asked for
     * @throws IllegalArgumentException if a name or type is wrong, or a construct is not supported yet
     */
    public BuiltStatement translate(Statement statement, boolean isPaged) {
        if (statement instanceof SelectQuery query) {
            return builder.build(part(query), isPaged);
        }
        if (statement instanceof UpdateStatement update) {
            return update(update);
        }
        return delete((DeleteStatement) statement);
    }

    /** Returns where the innermost construct begins that failed; null if none did, or before any was looked at. */
    public @Nullable Position failure() {
        return failure;
    }

    /** Notes where a failure happened; the innermost place wins. */
    void failedAt(Position position) {
        if (failure == null) {
            failure = position;
        }
    }

    Operand.Parameter parameter(Parameter parameter) {
        return builder.parameter(
                parameter instanceof NamedParameter named
                        ? ParameterName.named(named.name())
                        : ParameterName.positional(((PositionalParameter) parameter).number()));
    }

    private QueryPart part(SelectQuery query) {
        if (query instanceof SelectStatement select) {
            return new SelectTranslation(this, builder.select()).translate(select);
        }
        SetOperation operation = (SetOperation) query;
        QueryPart combined = part(operation.first());
        SetBuilder last = null;
        for (SetStep step : operation.rest()) {
            last = builder.combine(kind(step.operator()), step.all(), combined, part(step.query()));
            combined = last;
        }
        if (last != null) {
            order(last, operation);
        }
        return combined;
    }

    private void order(SetBuilder combined, SetOperation operation) {
        SelectTranslation names = new SelectTranslation(this, combined.leftmost());
        for (OrderItem item : operation.orderBy()) {
            Operand operand = names.orderOperand(item);
            combined.orderBy(operand, SelectTranslation.isDescending(item), SelectTranslation.nullsFirst(item));
        }
    }

    private static dev.dormouse.store.plan.SetOperation.Kind kind(SetOperator operator) {
        return switch (operator) {
            case UNION -> dev.dormouse.store.plan.SetOperation.Kind.UNION;
            case INTERSECT -> dev.dormouse.store.plan.SetOperation.Kind.INTERSECT;
            case EXCEPT -> dev.dormouse.store.plan.SetOperation.Kind.EXCEPT;
        };
    }

    private BuiltStatement update(UpdateStatement update) {
        ModificationBuilder modification = modify(update.entityName(), update.variable());
        ExpressionTranslation expressions = new ExpressionTranslation(this, modification.level());
        for (UpdateItem item : update.items()) {
            try {
                modification.set(expressions.operand(item.target()), expressions.operand(item.value()));
            } catch (IllegalArgumentException wrong) {
                failedAt(item.position());
                throw wrong;
            }
        }
        where(modification, expressions, update.where());
        return builder.update(modification);
    }

    private BuiltStatement delete(DeleteStatement delete) {
        ModificationBuilder modification = modify(delete.entityName(), delete.variable());
        where(modification, new ExpressionTranslation(this, modification.level()), delete.where());
        return builder.delete(modification);
    }

    private ModificationBuilder modify(Identifier entity, @Nullable Identifier variable) {
        try {
            return builder.modify(entity.name(), variable == null ? THIS : variable.name());
        } catch (IllegalArgumentException wrong) {
            failedAt(entity.position());
            throw wrong;
        }
    }

    private static void where(
            ModificationBuilder modification, ExpressionTranslation expressions, @Nullable Expression condition) {
        if (condition != null) {
            modification.where(expressions.operand(condition));
        }
    }
}
