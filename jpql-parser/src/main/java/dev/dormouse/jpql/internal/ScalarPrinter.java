package dev.dormouse.jpql.internal;

import dev.dormouse.jpql.ast.Arithmetic;
import dev.dormouse.jpql.ast.ArithmeticStep;
import dev.dormouse.jpql.ast.Coalesce;
import dev.dormouse.jpql.ast.Concatenation;
import dev.dormouse.jpql.ast.GeneralCase;
import dev.dormouse.jpql.ast.Identifier;
import dev.dormouse.jpql.ast.Literal;
import dev.dormouse.jpql.ast.MapKey;
import dev.dormouse.jpql.ast.MapValue;
import dev.dormouse.jpql.ast.NamedParameter;
import dev.dormouse.jpql.ast.NullIf;
import dev.dormouse.jpql.ast.NumericLiteral;
import dev.dormouse.jpql.ast.Parameter;
import dev.dormouse.jpql.ast.Path;
import dev.dormouse.jpql.ast.PathRoot;
import dev.dormouse.jpql.ast.PositionalParameter;
import dev.dormouse.jpql.ast.ScalarExpression;
import dev.dormouse.jpql.ast.Sign;
import dev.dormouse.jpql.ast.SignedExpression;
import dev.dormouse.jpql.ast.SimpleCase;
import dev.dormouse.jpql.ast.SimpleWhen;
import dev.dormouse.jpql.ast.Subquery;
import dev.dormouse.jpql.ast.Treat;
import dev.dormouse.jpql.ast.When;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Prints values: paths, operators, CASE and subqueries; literals and functions have printers of their own. */
final class ScalarPrinter {

    private static final int CONCATENATION = 1;
    private static final int SUM = 2;
    private static final int PRODUCT = 3;
    private static final int FACTOR = 4;

    private final StringBuilder out;
    private final StatementPrinter statements;
    private final ConditionPrinter conditions;
    private final FunctionPrinter functions;

    ScalarPrinter(StringBuilder out, StatementPrinter statements, ConditionPrinter conditions) {
        this.out = out;
        this.statements = statements;
        this.conditions = conditions;
        this.functions = new FunctionPrinter(out, this);
    }

    void print(ScalarExpression scalar) {
        if (scalar instanceof Path path) {
            path(path);
        } else if (scalar instanceof Literal literal) {
            LiteralPrinter.print(out, literal);
        } else if (scalar instanceof Parameter parameter) {
            parameter(parameter);
        } else if (scalar instanceof Subquery subquery) {
            out.append('(');
            statements.query(subquery.query());
            out.append(')');
        } else if (!operator(scalar) && !choice(scalar)) {
            functions.print(scalar);
        }
    }

    void list(List<? extends ScalarExpression> scalars) {
        String separator = "";
        for (ScalarExpression scalar : scalars) {
            out.append(separator);
            print(scalar);
            separator = ", ";
        }
    }

    <T> void separated(List<? extends T> elements, Consumer<T> print) {
        String separator = "";
        for (T element : elements) {
            out.append(separator);
            print.accept(element);
            separator = ", ";
        }
    }

    private void parameter(Parameter parameter) {
        if (parameter instanceof NamedParameter named) {
            out.append(':').append(named.name());
        } else {
            out.append('?').append(((PositionalParameter) parameter).number());
        }
    }

    private void path(Path path) {
        root(path.root());
        for (Identifier attribute : path.attributes()) {
            out.append('.').append(attribute.name());
        }
    }

    private void root(PathRoot root) {
        if (root instanceof Identifier identifier) {
            out.append(identifier.name());
        } else if (root instanceof MapKey key) {
            out.append("KEY(").append(key.variable().name()).append(')');
        } else if (root instanceof MapValue value) {
            out.append("VALUE(").append(value.variable().name()).append(')');
        } else if (root instanceof Treat treat) {
            out.append("TREAT(");
            path(treat.path());
            out.append(" AS ").append(treat.subtype().name()).append(')');
        }
    }

    private boolean operator(ScalarExpression scalar) {
        if (scalar instanceof Arithmetic arithmetic) {
            int level = level(arithmetic) + 1;
            operand(arithmetic.first(), level);
            for (ArithmeticStep step : arithmetic.rest()) {
                out.append(' ').append(step.operator().symbol()).append(' ');
                operand(step.operand(), level);
            }
        } else if (scalar instanceof Concatenation concatenation) {
            String separator = "";
            for (ScalarExpression operand : concatenation.operands()) {
                out.append(separator);
                operand(operand, CONCATENATION + 1);
                separator = " || ";
            }
        } else if (scalar instanceof SignedExpression signed) {
            out.append(signed.sign() == Sign.MINUS ? '-' : '+');
            boolean apart = signed.operand() instanceof NumericLiteral || signed.operand() instanceof SignedExpression;
            operand(signed.operand(), apart ? FACTOR + 1 : FACTOR);
        } else {
            return false;
        }
        return true;
    }

    private void operand(ScalarExpression operand, int level) {
        boolean plain = level(operand) >= level;
        out.append(plain ? "" : "(");
        print(operand);
        out.append(plain ? "" : ")");
    }

    private static int level(ScalarExpression scalar) {
        if (scalar instanceof Concatenation) {
            return CONCATENATION;
        }
        if (scalar instanceof Arithmetic arithmetic) {
            return arithmetic.rest().get(0).operator().multiplicative() ? PRODUCT : SUM;
        }
        return FACTOR;
    }

    private boolean choice(ScalarExpression scalar) {
        if (scalar instanceof GeneralCase general) {
            out.append("CASE");
            for (When branch : general.branches()) {
                out.append(" WHEN ");
                conditions.print(branch.condition());
                out.append(" THEN ");
                print(branch.result());
            }
            otherwise(general.otherwise());
        } else if (scalar instanceof SimpleCase simple) {
            out.append("CASE ");
            print(simple.operand());
            for (SimpleWhen branch : simple.branches()) {
                out.append(" WHEN ");
                print(branch.value());
                out.append(" THEN ");
                print(branch.result());
            }
            otherwise(simple.otherwise());
        } else if (scalar instanceof Coalesce coalesce) {
            out.append("COALESCE(");
            list(coalesce.arguments());
            out.append(')');
        } else if (scalar instanceof NullIf nullIf) {
            out.append("NULLIF(");
            list(List.of(nullIf.first(), nullIf.second()));
            out.append(')');
        } else {
            return false;
        }
        return true;
    }

    private void otherwise(@Nullable ScalarExpression otherwise) {
        if (otherwise != null) {
            out.append(" ELSE ");
            print(otherwise);
        }
        out.append(" END");
    }
}
