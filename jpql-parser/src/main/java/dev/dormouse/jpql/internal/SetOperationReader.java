package dev.dormouse.jpql.internal;

import dev.dormouse.jpql.ast.OrderItem;
import dev.dormouse.jpql.ast.SelectQuery;
import dev.dormouse.jpql.ast.SelectStatement;
import dev.dormouse.jpql.ast.SetOperation;
import dev.dormouse.jpql.ast.SetOperator;
import dev.dormouse.jpql.ast.SetStep;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns select queries and the set operators between them into nodes.
 *
 * <p>The grammar attaches an ORDER BY to the operand before it. Behind the last operand it orders the whole, so it moves there.
 */
final class SetOperationReader {

    private final QueryText text;
    private final StatementReader statements;

    SetOperationReader(QueryText text, StatementReader statements) {
        this.text = text;
        this.statements = statements;
    }

    SelectQuery select(JpqlGrammar.SelectStatementContext select) {
        List<JpqlGrammar.IntersectionContext> intersections = select.intersection();
        JpqlGrammar.SelectOperandContext last = lastOperand(intersections.get(intersections.size() - 1));
        if (last == intersections.get(0).selectOperand(0)) {
            return single(last);
        }
        List<OrderItem> orderBy = statements.orderBy(orderBy(last));
        if (intersections.size() == 1) {
            return intersection(intersections.get(0), last, orderBy);
        }
        SelectQuery first = intersection(intersections.get(0), last, List.of());
        List<SetStep> rest = new ArrayList<>();
        for (int i = 1; i < intersections.size(); i++) {
            JpqlGrammar.SetOperatorContext written = select.setOperator(i - 1);
            SetOperator operator =
                    written.operator.getType() == JpqlTokens.UNION ? SetOperator.UNION : SetOperator.EXCEPT;
            SelectQuery operand = intersection(intersections.get(i), last, List.of());
            rest.add(new SetStep(operator, written.ALL() != null, operand, text.position(written.getStart())));
        }
        return new SetOperation(first, rest, orderBy, text.position(select.getStart()));
    }

    private SelectQuery intersection(
            JpqlGrammar.IntersectionContext intersection,
            JpqlGrammar.SelectOperandContext last,
            List<OrderItem> orderBy) {
        SelectQuery first = operand(intersection.selectOperand(0), last);
        List<SetStep> rest = new ArrayList<>();
        for (int i = 1; i < intersection.selectOperand().size(); i++) {
            JpqlGrammar.IntersectOperatorContext written = intersection.intersectOperator(i - 1);
            SelectQuery operand = operand(intersection.selectOperand(i), last);
            boolean all = written.ALL() != null;
            rest.add(new SetStep(SetOperator.INTERSECT, all, operand, text.position(written.getStart())));
        }
        return rest.isEmpty() ? first : new SetOperation(first, rest, orderBy, text.position(intersection.getStart()));
    }

    private SelectQuery operand(JpqlGrammar.SelectOperandContext operand, JpqlGrammar.SelectOperandContext last) {
        if (operand != last) {
            return single(operand);
        }
        return operand.selectQuery() == null
                ? select(operand.selectStatement())
                : statements.select(operand.selectQuery(), List.of());
    }

    private SelectQuery single(JpqlGrammar.SelectOperandContext operand) {
        List<OrderItem> orderBy = statements.orderBy(orderBy(operand));
        if (operand.selectQuery() != null) {
            return statements.select(operand.selectQuery(), orderBy);
        }
        SelectQuery inner = select(operand.selectStatement());
        if (orderBy.isEmpty()) {
            return inner;
        }
        if (!inner.orderBy().isEmpty()) {
            throw text.refusal(
                    operand.orderByClause().getStart(),
                    "second ORDER BY for one result at",
                    "Expected at most one.",
                    "");
        }
        return ordered(inner, orderBy);
    }

    private static SelectQuery ordered(SelectQuery query, List<OrderItem> orderBy) {
        if (query instanceof SetOperation operation) {
            return new SetOperation(operation.first(), operation.rest(), orderBy, operation.position());
        }
        SelectStatement select = (SelectStatement) query;
        return new SelectStatement(
                select.select(),
                select.from(),
                select.where(),
                select.groupBy(),
                select.having(),
                orderBy,
                select.position());
    }

    private static JpqlGrammar.@Nullable OrderByClauseContext orderBy(JpqlGrammar.SelectOperandContext operand) {
        return operand.selectQuery() == null
                ? operand.orderByClause()
                : operand.selectQuery().orderByClause();
    }

    private static JpqlGrammar.SelectOperandContext lastOperand(JpqlGrammar.IntersectionContext intersection) {
        List<JpqlGrammar.SelectOperandContext> operands = intersection.selectOperand();
        return operands.get(operands.size() - 1);
    }
}
