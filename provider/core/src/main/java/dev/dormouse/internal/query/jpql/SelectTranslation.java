package dev.dormouse.internal.query.jpql;

import dev.dormouse.internal.query.build.Operand;
import dev.dormouse.internal.query.build.SelectBuilder;
import dev.dormouse.internal.query.build.Variable;
import dev.dormouse.jpql.ast.CollectionMember;
import dev.dormouse.jpql.ast.ConstructorExpression;
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
import dev.dormouse.jpql.ast.Path;
import dev.dormouse.jpql.ast.PathJoin;
import dev.dormouse.jpql.ast.Position;
import dev.dormouse.jpql.ast.RangeVariable;
import dev.dormouse.jpql.ast.ScalarExpression;
import dev.dormouse.jpql.ast.SelectClause;
import dev.dormouse.jpql.ast.SelectItem;
import dev.dormouse.jpql.ast.SelectStatement;
import dev.dormouse.jpql.ast.SortDirection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The clauses of one SELECT, in the order in which names become known: FROM first. */
final class SelectTranslation {

    private final JpqlTranslation statement;
    private final SelectBuilder select;
    private final ExpressionTranslation expressions;
    private final Map<Expression, Operand> selected = new HashMap<>();

    SelectTranslation(JpqlTranslation statement, SelectBuilder select) {
        this.statement = statement;
        this.select = select;
        this.expressions = new ExpressionTranslation(statement, select);
    }

    SelectBuilder translate(SelectStatement query) {
        query.from().forEach(this::from);
        if (query.where() != null) {
            Operand condition = expressions.operand(query.where());
            at(query.where().position(), () -> select.where(condition));
        }
        for (ScalarExpression item : query.groupBy()) {
            Operand key = expressions.operand(item);
            at(item.position(), () -> select.groupBy(key));
        }
        select(query.select(), query.from());
        if (query.having() != null) {
            Operand condition = expressions.operand(query.having());
            at(query.having().position(), () -> select.having(condition));
        }
        if (query.select() != null && query.select().distinct()) {
            expressions.know(selected);
        }
        for (OrderItem item : query.orderBy()) {
            Operand operand = orderOperand(item);
            at(item.position(), () -> select.orderBy(operand, isDescending(item), nullsFirst(item)));
        }
        return select;
    }

    /** Runs a step; a failure happened at this position unless something inside of it says better. */
    private void at(Position position, Runnable step) {
        try {
            step.run();
        } catch (IllegalArgumentException wrong) {
            statement.failedAt(position);
            throw wrong;
        }
    }

    private void from(FromItem item) {
        at(item.position(), () -> {
            if (item instanceof RangeVariable range) {
                String name = range.variable() == null
                        ? JpqlTranslation.THIS
                        : range.variable().name();
                select.from(range.entityName().name(), name);
            } else if (item instanceof DerivedPath derived) {
                select.from(
                        expressions.joinPath(derived.path()), derived.variable().name());
            } else {
                CollectionMember member = (CollectionMember) item;
                String name = member.variable() == null
                        ? "in(" + member.path().qualifiedName() + ")"
                        : member.variable().name();
                select.from(expressions.joinPath(member.path()), name);
            }
        });
        for (Join join : item.joins()) {
            at(join.position(), () -> join(join));
        }
    }

    private void join(Join join) {
        dev.dormouse.store.plan.Join.Kind kind = join.type() == JoinType.LEFT
                ? dev.dormouse.store.plan.Join.Kind.LEFT
                : dev.dormouse.store.plan.Join.Kind.INNER;
        if (join instanceof FetchJoin fetch) {
            select.fetch(kind, expressions.joinPath(fetch.path()));
        } else if (join instanceof PathJoin path) {
            select.join(kind, expressions.joinPath(path.path()), path.variable().name(), on(path.condition()));
        } else {
            EntityJoin entity = (EntityJoin) join;
            select.joinEntity(
                    kind, entity.entityName().name(), entity.variable().name(), on(entity.condition()));
        }
    }

    private @Nullable Supplier<Operand> on(@Nullable Expression condition) {
        return condition == null ? null : () -> expressions.operand(condition);
    }

    private void select(@Nullable SelectClause clause, List<FromItem> from) {
        if (clause == null) {
            select.select(select.variable(implied(from)).value(), null);
            return;
        }
        if (clause.distinct()) {
            select.distinct();
        }
        for (SelectItem item : clause.items()) {
            at(item.position(), () -> select(item));
        }
    }

    /** Without SELECT the result is the only element of FROM; the specification says so of an element without a variable, and means no less with one. */
    private static String implied(List<FromItem> from) {
        Identifier only = from.size() == 1 ? from.get(0).variable() : null;
        return only == null ? JpqlTranslation.THIS : only.name();
    }

    private void select(SelectItem item) {
        String name = item.variable() == null ? null : item.variable().name();
        if (item.expression() instanceof ConstructorExpression constructor) {
            List<Operand> arguments = new ArrayList<>();
            constructor.arguments().forEach(argument -> arguments.add(selected(argument)));
            select.construct(constructor.className(), arguments, name);
        } else if (item.expression() instanceof ObjectExpression object) {
            select.select(select.variable(object.variable().name()).value(), name);
        } else if (item.expression() instanceof MapEntry entry) {
            Variable variable = select.variable(entry.variable().name());
            select.select(new Operand.Entry(select.key(variable), variable.value()), name);
        } else {
            select.select(selected(item.expression()), name);
        }
    }

    private Operand selected(Expression expression) {
        Operand operand = expressions.operand(expression);
        selected.put(expression, operand);
        return operand;
    }

    /** Returns what is ordered by: a single name may be a result variable. */
    Operand orderOperand(OrderItem item) {
        if (item.expression() instanceof Path path && path.isIdentifier()) {
            Operand result = select.findResult(String.valueOf(path.qualifiedName()));
            if (result != null) {
                return result;
            }
        }
        return expressions.operand(item.expression());
    }

    static boolean isDescending(OrderItem item) {
        return item.direction() == SortDirection.DESC;
    }

    static @Nullable Boolean nullsFirst(OrderItem item) {
        return item.nulls() == NullPlacement.UNSPECIFIED ? null : item.nulls() == NullPlacement.FIRST;
    }
}
