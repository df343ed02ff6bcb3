package dev.dormouse.jpql.internal;

import dev.dormouse.jpql.ast.And;
import dev.dormouse.jpql.ast.Between;
import dev.dormouse.jpql.ast.Comparison;
import dev.dormouse.jpql.ast.ConditionalExpression;
import dev.dormouse.jpql.ast.EmptyComparison;
import dev.dormouse.jpql.ast.Exists;
import dev.dormouse.jpql.ast.Expression;
import dev.dormouse.jpql.ast.InList;
import dev.dormouse.jpql.ast.InParameter;
import dev.dormouse.jpql.ast.InSubquery;
import dev.dormouse.jpql.ast.Like;
import dev.dormouse.jpql.ast.MemberOf;
import dev.dormouse.jpql.ast.Not;
import dev.dormouse.jpql.ast.NullComparison;
import dev.dormouse.jpql.ast.Or;
import dev.dormouse.jpql.ast.QuantifiedComparison;
import dev.dormouse.jpql.ast.ScalarExpression;
import java.util.List;

/** Prints conditions. */
final class ConditionPrinter {

    private static final int OR = 1;
    private static final int AND = 2;
    private static final int NOT = 3;
    private static final int SIMPLE = 4;

    private final StringBuilder out;
    private final ScalarPrinter scalars;

    ConditionPrinter(StringBuilder out, StatementPrinter statements) {
        this.out = out;
        this.scalars = new ScalarPrinter(out, statements, this);
    }

    ScalarPrinter scalars() {
        return scalars;
    }

    void print(Expression expression) {
        if (expression instanceof ScalarExpression scalar) {
            scalars.print(scalar);
        } else if (expression instanceof And and) {
            chain(and.operands(), " AND ", AND + 1);
        } else if (expression instanceof Or or) {
            chain(or.operands(), " OR ", OR + 1);
        } else if (expression instanceof Not not) {
            out.append("NOT ");
            operand(not.operand(), NOT + 1);
        } else if (expression instanceof Exists exists) {
            out.append("EXISTS ");
            scalars.print(exists.subquery());
        } else if (!comparison((ConditionalExpression) expression)) {
            membership((ConditionalExpression) expression);
        }
    }

    private void chain(List<Expression> operands, String operator, int level) {
        String separator = "";
        for (Expression operand : operands) {
            out.append(separator);
            operand(operand, level);
            separator = operator;
        }
    }

    private void operand(Expression operand, int level) {
        boolean plain = level(operand) >= level;
        out.append(plain ? "" : "(");
        print(operand);
        out.append(plain ? "" : ")");
    }

    private static int level(Expression expression) {
        if (expression instanceof Or) {
            return OR;
        }
        if (expression instanceof And) {
            return AND;
        }
        return expression instanceof Not ? NOT : SIMPLE;
    }

    private boolean comparison(ConditionalExpression condition) {
        if (condition instanceof Comparison comparison) {
            scalars.print(comparison.left());
            out.append(' ').append(comparison.operator().symbol()).append(' ');
            scalars.print(comparison.right());
        } else if (condition instanceof QuantifiedComparison comparison) {
            scalars.print(comparison.left());
            out.append(' ').append(comparison.operator().symbol()).append(' ');
            out.append(comparison.quantifier()).append(' ');
            scalars.print(comparison.subquery());
        } else if (condition instanceof Between between) {
            operator(between.operand(), between.negated(), "BETWEEN ");
            scalars.print(between.lower());
            out.append(" AND ");
            scalars.print(between.upper());
        } else if (condition instanceof Like like) {
            like(like);
        } else if (condition instanceof NullComparison comparison) {
            scalars.print(comparison.operand());
            out.append(comparison.negated() ? " IS NOT NULL" : " IS NULL");
        } else {
            return false;
        }
        return true;
    }

    private void membership(ConditionalExpression condition) {
        if (condition instanceof InList in) {
            operator(in.operand(), in.negated(), "IN (");
            scalars.list(in.items());
            out.append(')');
        } else if (condition instanceof InSubquery in) {
            operator(in.operand(), in.negated(), "IN ");
            scalars.print(in.subquery());
        } else if (condition instanceof InParameter in) {
            operator(in.operand(), in.negated(), "IN ");
            scalars.print(in.parameter());
        } else if (condition instanceof MemberOf member) {
            operator(member.operand(), member.negated(), "MEMBER OF ");
            scalars.print(member.path());
        } else {
            EmptyComparison comparison = (EmptyComparison) condition;
            scalars.print(comparison.path());
            out.append(comparison.negated() ? " IS NOT EMPTY" : " IS EMPTY");
        }
    }

    private void like(Like like) {
        operator(like.operand(), like.negated(), "LIKE ");
        scalars.print(like.pattern());
        if (like.escape() != null) {
            out.append(" ESCAPE ");
            scalars.print(like.escape());
        }
    }

    private void operator(ScalarExpression operand, boolean negated, String operator) {
        scalars.print(operand);
        out.append(negated ? " NOT " : " ").append(operator);
    }
}
