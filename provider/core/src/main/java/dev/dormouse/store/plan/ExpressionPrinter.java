package dev.dormouse.store.plan;

import dev.dormouse.store.type.BasicType;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes expressions as the query language would, with as few parentheses as their precedence allows. */
final class ExpressionPrinter {

    private static final int OR = 1;
    private static final int AND = 2;
    private static final int NOT = 3;
    private static final int COMPARISON = 4;
    private static final int SUM = 5;
    private static final int PRODUCT = 6;
    private static final int SIGN = 7;
    private static final int PRIMARY = 8;

    private final Function<Plan, String> subqueries;
    private final StringBuilder text = new StringBuilder();

    /**
     * Makes one for one expression.
     *
     * @param subqueries names a subquery, whose plan is printed elsewhere
     */
    private ExpressionPrinter(Function<Plan, String> subqueries) {
        this.subqueries = subqueries;
    }

    static String print(Expression expression, Function<Plan, String> subqueries) {
        ExpressionPrinter printer = new ExpressionPrinter(subqueries);
        printer.write(expression, 0);
        return printer.text.toString();
    }

    private void write(Expression expression, int outer) {
        int own = precedence(expression);
        if (own < outer) {
            text.append('(');
        }
        if (expression instanceof Expression.Condition condition) {
            writeCondition(condition);
        } else {
            writeValue(expression);
        }
        if (own < outer) {
            text.append(')');
        }
    }

    private static int precedence(Expression expression) {
        if (expression instanceof Expression.Or) {
            return OR;
        }
        if (expression instanceof Expression.And) {
            return AND;
        }
        if (expression instanceof Expression.Not) {
            return NOT;
        }
        if (expression instanceof Expression.Condition) {
            return expression instanceof Expression.Exists ? PRIMARY : COMPARISON;
        }
        if (expression instanceof Expression.Arithmetic e) {
            boolean sum = e.operator() == ArithmeticOperator.ADD || e.operator() == ArithmeticOperator.SUBTRACT;
            return sum ? SUM : PRODUCT;
        }
        return expression instanceof Expression.Negation ? SIGN : PRIMARY;
    }

    private void writeCondition(Expression.Condition condition) {
        if (condition instanceof Expression.Comparison e) {
            write(e.left(), SUM);
            text.append(' ').append(e.operator()).append(' ');
            write(e.right(), SUM);
        } else if (condition instanceof Expression.And e) {
            writeList(e.terms(), " and ", AND + 1);
        } else if (condition instanceof Expression.Or e) {
            writeList(e.terms(), " or ", OR + 1);
        } else if (condition instanceof Expression.Not e) {
            writeNot(e.term());
        } else if (condition instanceof Expression.IsNull e) {
            write(e.operand(), SUM);
            text.append(" is null");
        } else if (condition instanceof Expression.InList e) {
            write(e.operand(), SUM);
            text.append(" in (");
            writeList(e.values(), ", ", 0);
            text.append(')');
        } else if (condition instanceof Expression.Like e) {
            write(e.operand(), SUM);
            text.append(" like ");
            write(e.pattern(), SUM);
            e.escape().ifPresent(escape -> {
                text.append(" escape ");
                write(escape, SUM);
            });
        } else {
            writeSubquery(condition);
        }
    }

    private void writeNot(Expression term) {
        if (term instanceof Expression.IsNull isNull) {
            write(isNull.operand(), SUM);
            text.append(" is not null");
        } else {
            text.append("not ");
            write(term, COMPARISON);
        }
    }

    private void writeSubquery(Expression.Condition condition) {
        if (condition instanceof Expression.Exists e) {
            text.append("exists(").append(subqueries.apply(e.query())).append(')');
        } else if (condition instanceof Expression.InQuery e) {
            text.append(e.operands().size() == 1 ? "" : "(");
            writeList(e.operands(), ", ", SUM);
            text.append(e.operands().size() == 1 ? "" : ")");
            text.append(" in (").append(subqueries.apply(e.query())).append(')');
        } else if (condition instanceof Expression.Quantified e) {
            write(e.left(), SUM);
            text.append(' ').append(e.operator()).append(e.all() ? " all (" : " any (");
            text.append(subqueries.apply(e.query())).append(')');
        } else {
            throw new AssertionError("no such condition: " + condition);
        }
    }

    private void writeValue(Expression expression) {
        if (expression instanceof Expression.Literal e) {
            text.append(literal(e.type(), e.value()));
        } else if (expression instanceof Expression.Parameter e) {
            text.append(e.name());
        } else if (expression instanceof Expression.FieldValue e) {
            text.append(e.slot()).append('.').append(e.path());
        } else if (expression instanceof Expression.SlotValue e) {
            text.append(e.slot());
        } else if (expression instanceof Expression.Arithmetic e) {
            int own = precedence(e);
            write(e.left(), own);
            text.append(' ').append(e.operator()).append(' ');
            write(e.right(), own + 1);
        } else if (expression instanceof Expression.Negation e) {
            text.append('-');
            write(e.operand(), PRIMARY);
        } else if (expression instanceof Expression.Call e) {
            text.append(e.function().name().toLowerCase(Locale.ROOT)).append('(');
            writeList(e.arguments(), ", ", 0);
            text.append(')');
        } else if (expression instanceof Expression.Cast e) {
            text.append("cast(");
            write(e.operand(), 0);
            text.append(" as ").append(e.type()).append(')');
        } else if (expression instanceof Expression.Coalesce e) {
            text.append("coalesce(");
            writeList(e.operands(), ", ", 0);
            text.append(')');
        } else if (expression instanceof Expression.Case e) {
            writeCase(e);
        } else if (expression instanceof Expression.ScalarQuery e) {
            text.append('(').append(subqueries.apply(e.query())).append(')');
        } else {
            throw new AssertionError("no such expression: " + expression);
        }
    }

    private void writeCase(Expression.Case choice) {
        text.append("case");
        for (Expression.Branch branch : choice.branches()) {
            text.append(" when ");
            write(branch.condition(), 0);
            text.append(" then ");
            write(branch.result(), 0);
        }
        text.append(" else ");
        write(choice.otherwise(), 0);
        text.append(" end");
    }

    private void writeList(List<Expression> expressions, String separator, int outer) {
        String before = "";
        for (Expression expression : expressions) {
            text.append(before);
            write(expression, outer);
            before = separator;
        }
    }

    private static String literal(BasicType type, @Nullable Object value) {
        if (value == null) {
            return "null";
        }
        return switch (type) {
            case STRING -> "'" + value.toString().replace("'", "''") + "'";
            case BYTES -> "X'" + HexFormat.of().withUpperCase().formatHex((byte[]) value) + "'";
            case BOOLEAN, INTEGER, LONG, FLOAT, DOUBLE, BIG_INTEGER, DECIMAL -> value.toString();
            default -> type + " '" + value + "'";
        };
    }
}
