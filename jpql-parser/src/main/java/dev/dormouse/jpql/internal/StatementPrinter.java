package dev.dormouse.jpql.internal;

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
import dev.dormouse.jpql.ast.RangeVariable;
import dev.dormouse.jpql.ast.SelectClause;
import dev.dormouse.jpql.ast.SelectExpression;
import dev.dormouse.jpql.ast.SelectItem;
import dev.dormouse.jpql.ast.SelectQuery;
import dev.dormouse.jpql.ast.SelectStatement;
import dev.dormouse.jpql.ast.SetOperation;
import dev.dormouse.jpql.ast.SetOperator;
import dev.dormouse.jpql.ast.SetStep;
import dev.dormouse.jpql.ast.SortDirection;
import dev.dormouse.jpql.ast.Statement;
import dev.dormouse.jpql.ast.UpdateItem;
import dev.dormouse.jpql.ast.UpdateStatement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints statements and clauses. */
public final class StatementPrinter {

    private final StringBuilder out;
    private final ConditionPrinter conditions;
    private final ScalarPrinter scalars;

    public StatementPrinter(StringBuilder out) {
        this.out = out;
        this.conditions = new ConditionPrinter(out, this);
        this.scalars = conditions.scalars();
    }

    public void statement(Statement statement) {
        if (statement instanceof SelectQuery query) {
            query(query);
        } else if (statement instanceof UpdateStatement update) {
            update(update);
        } else {
            delete((DeleteStatement) statement);
        }
    }

    public void expression(Expression expression) {
        if (expression instanceof SelectExpression select) {
            selected(select);
        } else {
            conditions.print(expression);
        }
    }

    void query(SelectQuery query) {
        if (query instanceof SetOperation operation) {
            setOperation(operation);
        } else {
            select((SelectStatement) query);
        }
    }

    private void select(SelectStatement statement) {
        SelectClause clause = statement.select();
        if (clause != null) {
            out.append(clause.distinct() ? "SELECT DISTINCT " : "SELECT ");
            scalars.separated(clause.items(), this::item);
            out.append(' ');
        }
        out.append("FROM ");
        scalars.separated(statement.from(), this::from);
        condition(" WHERE ", statement.where());
        if (!statement.groupBy().isEmpty()) {
            out.append(" GROUP BY ");
            scalars.list(statement.groupBy());
        }
        condition(" HAVING ", statement.having());
        orderBy(statement.orderBy());
    }

    private void setOperation(SetOperation operation) {
        boolean intersection = isIntersection(operation);
        operand(operation.first(), intersection);
        for (SetStep step : operation.rest()) {
            out.append(' ').append(step.operator()).append(step.all() ? " ALL " : " ");
            operand(step.query(), intersection);
        }
        orderBy(operation.orderBy());
    }

    /** An intersection binds closer; an order of its own, or another operation, needs parentheses. */
    private void operand(SelectQuery query, boolean insideIntersection) {
        boolean closer = query instanceof SelectStatement || (!insideIntersection && isIntersection(query));
        boolean plain = closer && query.orderBy().isEmpty();
        out.append(plain ? "" : "(");
        query(query);
        out.append(plain ? "" : ")");
    }

    private static boolean isIntersection(SelectQuery query) {
        return query instanceof SetOperation operation
                && operation.rest().get(0).operator() == SetOperator.INTERSECT;
    }

    private void update(UpdateStatement update) {
        out.append("UPDATE ").append(update.entityName().name());
        variable(update.variable());
        out.append(" SET ");
        scalars.separated(update.items(), this::assignment);
        condition(" WHERE ", update.where());
    }

    private void assignment(UpdateItem item) {
        scalars.print(item.target());
        out.append(" = ");
        scalars.print(item.value());
    }

    private void delete(DeleteStatement delete) {
        out.append("DELETE FROM ").append(delete.entityName().name());
        variable(delete.variable());
        condition(" WHERE ", delete.where());
    }

    private void item(SelectItem item) {
        expression(item.expression());
        if (item.variable() != null) {
            out.append(" AS ").append(item.variable().name());
        }
    }

    private void selected(SelectExpression expression) {
        if (expression instanceof ConstructorExpression constructor) {
            out.append("NEW ").append(constructor.className()).append('(');
            scalars.list(constructor.arguments());
            out.append(')');
        } else if (expression instanceof ObjectExpression object) {
            out.append("OBJECT(").append(object.variable().name()).append(')');
        } else {
            out.append("ENTRY(")
                    .append(((MapEntry) expression).variable().name())
                    .append(')');
        }
    }

    private void from(FromItem item) {
        if (item instanceof RangeVariable range) {
            out.append(range.entityName().name());
        } else if (item instanceof DerivedPath derived) {
            scalars.print(derived.path());
        } else {
            member((CollectionMember) item);
        }
        variable(item.variable());
        for (Join join : item.joins()) {
            join(join);
        }
    }

    private void member(CollectionMember member) {
        out.append(member.variable() == null ? "IN " : "IN(");
        scalars.print(member.path());
        out.append(member.variable() == null ? "" : ")");
    }

    private void join(Join join) {
        out.append(join.type() == JoinType.LEFT ? " LEFT JOIN " : " JOIN ");
        if (join instanceof FetchJoin fetch) {
            out.append("FETCH ");
            scalars.print(fetch.path());
        } else if (join instanceof PathJoin path) {
            scalars.print(path.path());
            variable(path.variable());
            condition(" ON ", path.condition());
        } else if (join instanceof EntityJoin entity) {
            out.append(entity.entityName().name());
            variable(entity.variable());
            condition(" ON ", entity.condition());
        }
    }

    private void variable(@Nullable Identifier variable) {
        if (variable != null) {
            out.append(' ').append(variable.name());
        }
    }

    private void condition(String keyword, @Nullable Expression condition) {
        if (condition != null) {
            out.append(keyword);
            conditions.print(condition);
        }
    }

    private void orderBy(List<OrderItem> items) {
        if (!items.isEmpty()) {
            out.append(" ORDER BY ");
            scalars.separated(items, this::orderItem);
        }
    }

    private void orderItem(OrderItem item) {
        scalars.print(item.expression());
        out.append(item.direction() == SortDirection.DESC ? " DESC" : "");
        if (item.nulls() != NullPlacement.UNSPECIFIED) {
            out.append(" NULLS ").append(item.nulls());
        }
    }
}
