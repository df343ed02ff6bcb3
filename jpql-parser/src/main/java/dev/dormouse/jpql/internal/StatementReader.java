package dev.dormouse.jpql.internal;

import dev.dormouse.jpql.ast.ConstructorExpression;
import dev.dormouse.jpql.ast.DeleteStatement;
import dev.dormouse.jpql.ast.Expression;
import dev.dormouse.jpql.ast.Identifier;
import dev.dormouse.jpql.ast.MapEntry;
import dev.dormouse.jpql.ast.NullPlacement;
import dev.dormouse.jpql.ast.ObjectExpression;
import dev.dormouse.jpql.ast.OrderItem;
import dev.dormouse.jpql.ast.Path;
import dev.dormouse.jpql.ast.Position;
import dev.dormouse.jpql.ast.ScalarExpression;
import dev.dormouse.jpql.ast.SelectClause;
import dev.dormouse.jpql.ast.SelectItem;
import dev.dormouse.jpql.ast.SelectStatement;
import dev.dormouse.jpql.ast.SortDirection;
import dev.dormouse.jpql.ast.Statement;
import dev.dormouse.jpql.ast.Subquery;
import dev.dormouse.jpql.ast.UpdateItem;
import dev.dormouse.jpql.ast.UpdateStatement;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Turns the parse tree of a statement, and of a subquery, into nodes. */
final class StatementReader {

    private final QueryText text;
    private final PathReader paths;
    private final ExpressionReader expressions;
    private final FromReader from;

    StatementReader(QueryText text) {
        this.text = text;
        this.paths = new PathReader(text);
        this.expressions = new ExpressionReader(text, paths, this);
        this.from = new FromReader(text, paths, expressions);
    }

    Statement statement(JpqlGrammar.StatementContext statement) {
        if (statement.updateStatement() != null) {
            return update(statement.updateStatement());
        }
        if (statement.deleteStatement() != null) {
            return delete(statement.deleteStatement());
        }
        return new SetOperationReader(text, this).select(statement.selectStatement());
    }

    SelectStatement select(JpqlGrammar.SelectQueryContext query, List<OrderItem> orderBy) {
        JpqlGrammar.SelectClauseContext select = query.selectClause();
        return new SelectStatement(
                select == null ? null : select(select),
                from.from(query.fromClause()),
                where(query.whereClause()),
                groupBy(query.groupByClause()),
                having(query.havingClause()),
                orderBy,
                position(query));
    }

    Subquery subquery(JpqlGrammar.SubqueryContext query) {
        ScalarExpression selected = expressions.scalar(query.scalarExpression());
        Position begin = text.position(query.SELECT().getSymbol());
        SelectClause select = new SelectClause(
                query.DISTINCT() != null, List.of(new SelectItem(selected, null, selected.position())), begin);
        SelectStatement statement = new SelectStatement(
                select,
                from.from(query.subqueryFromClause()),
                where(query.whereClause()),
                groupBy(query.groupByClause()),
                having(query.havingClause()),
                List.of(),
                begin);
        return new Subquery(statement, position(query));
    }

    List<OrderItem> orderBy(JpqlGrammar.@Nullable OrderByClauseContext clause) {
        if (clause == null) {
            return List.of();
        }
        List<OrderItem> items = new ArrayList<>();
        for (JpqlGrammar.OrderItemContext item : clause.orderItem()) {
            SortDirection direction = item.direction != null && item.direction.getType() == JpqlTokens.DESC
                    ? SortDirection.DESC
                    : SortDirection.ASC;
            items.add(
                    new OrderItem(expressions.scalar(item.scalarExpression()), direction, nulls(item), position(item)));
        }
        return items;
    }

    private static NullPlacement nulls(JpqlGrammar.OrderItemContext item) {
        if (item.nulls == null) {
            return NullPlacement.UNSPECIFIED;
        }
        return item.nulls.getType() == JpqlTokens.FIRST ? NullPlacement.FIRST : NullPlacement.LAST;
    }

    private SelectClause select(JpqlGrammar.SelectClauseContext clause) {
        List<SelectItem> items = new ArrayList<>();
        for (JpqlGrammar.SelectItemContext item : clause.selectItem()) {
            Expression expression = selected(item.selectExpression());
            items.add(new SelectItem(expression, paths.optionalVariable(item.identifier()), position(item)));
        }
        return new SelectClause(clause.DISTINCT() != null, items, position(clause));
    }

    private Expression selected(JpqlGrammar.SelectExpressionContext expression) {
        if (expression.NEW() != null) {
            String name = expression.qualifiedName().getText();
            return new ConstructorExpression(
                    name, expressions.scalars(expression.scalarExpression()), position(expression));
        }
        if (expression.OBJECT() != null) {
            return new ObjectExpression(paths.variable(expression.identifier()), position(expression));
        }
        if (expression.ENTRY() != null) {
            return new MapEntry(paths.variable(expression.identifier()), position(expression));
        }
        return expressions.scalar(expression.scalarExpression(0));
    }

    private UpdateStatement update(JpqlGrammar.UpdateStatementContext update) {
        List<UpdateItem> items = new ArrayList<>();
        for (JpqlGrammar.UpdateItemContext item : update.updateItem()) {
            List<Identifier> names = paths.names(item.name());
            Path target = new Path(names.get(0), names.subList(1, names.size()), position(item));
            items.add(new UpdateItem(target, expressions.scalar(item.scalarExpression()), position(item)));
        }
        return new UpdateStatement(
                paths.name(update.entityName().name()),
                paths.optionalVariable(update.identifier()),
                items,
                where(update.whereClause()),
                position(update));
    }

    private DeleteStatement delete(JpqlGrammar.DeleteStatementContext delete) {
        return new DeleteStatement(
                paths.name(delete.entityName().name()),
                paths.optionalVariable(delete.identifier()),
                where(delete.whereClause()),
                position(delete));
    }

    private @Nullable Expression where(JpqlGrammar.@Nullable WhereClauseContext clause) {
        return clause == null ? null : expressions.condition(clause.conditionalExpression());
    }

    private @Nullable Expression having(JpqlGrammar.@Nullable HavingClauseContext clause) {
        return clause == null ? null : expressions.condition(clause.conditionalExpression());
    }

    private List<ScalarExpression> groupBy(JpqlGrammar.@Nullable GroupByClauseContext clause) {
        return clause == null ? List.of() : expressions.scalars(clause.scalarExpression());
    }

    private Position position(ParserRuleContext context) {
        return text.position(context.getStart());
    }
}
