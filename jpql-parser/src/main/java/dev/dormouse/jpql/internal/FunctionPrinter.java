package dev.dormouse.jpql.internal;

import dev.dormouse.jpql.ast.Aggregate;
import dev.dormouse.jpql.ast.Cast;
import dev.dormouse.jpql.ast.CurrentDatetime;
import dev.dormouse.jpql.ast.Extract;
import dev.dormouse.jpql.ast.FunctionCall;
import dev.dormouse.jpql.ast.FunctionInvocation;
import dev.dormouse.jpql.ast.IdFunction;
import dev.dormouse.jpql.ast.Index;
import dev.dormouse.jpql.ast.ScalarExpression;
import dev.dormouse.jpql.ast.Size;
import dev.dormouse.jpql.ast.Trim;
import dev.dormouse.jpql.ast.TrimSide;
import dev.dormouse.jpql.ast.TypeDiscriminator;
import dev.dormouse.jpql.ast.VersionFunction;
import java.util.List;

/** Prints functions. */
final class FunctionPrinter {

    private final StringBuilder out;
    private final ScalarPrinter scalars;

    FunctionPrinter(StringBuilder out, ScalarPrinter scalars) {
        this.out = out;
        this.scalars = scalars;
    }

    void print(ScalarExpression function) {
        if (function instanceof CurrentDatetime current) {
            out.append(current.function().text());
        } else if (!call(function)) {
            special(function);
            out.append(')');
        }
    }

    private boolean call(ScalarExpression function) {
        if (function instanceof FunctionCall call) {
            call(call.function().name(), call.arguments());
        } else if (function instanceof Size size) {
            call("SIZE", List.of(size.path()));
        } else if (function instanceof TypeDiscriminator type) {
            call("TYPE", List.of(type.operand()));
        } else if (function instanceof IdFunction id) {
            call("ID", List.of(id.path()));
        } else if (function instanceof VersionFunction version) {
            call("VERSION", List.of(version.path()));
        } else {
            return false;
        }
        return true;
    }

    private void call(String name, List<? extends ScalarExpression> arguments) {
        out.append(name).append('(');
        scalars.list(arguments);
        out.append(')');
    }

    /** Prints a function with a syntax of its own, up to its closing parenthesis. */
    private void special(ScalarExpression function) {
        if (function instanceof Aggregate aggregate) {
            out.append(aggregate.function()).append(aggregate.distinct() ? "(DISTINCT " : "(");
            scalars.print(aggregate.argument());
        } else if (function instanceof FunctionInvocation invocation) {
            out.append("FUNCTION(");
            LiteralPrinter.string(out, invocation.name());
            for (ScalarExpression argument : invocation.arguments()) {
                out.append(", ");
                scalars.print(argument);
            }
        } else if (function instanceof Trim trim) {
            trim(trim);
        } else if (function instanceof Extract extract) {
            out.append("EXTRACT(").append(extract.field()).append(" FROM ");
            scalars.print(extract.source());
        } else if (function instanceof Cast cast) {
            out.append("CAST(");
            scalars.print(cast.operand());
            out.append(" AS ").append(cast.target());
        } else {
            out.append("INDEX(").append(((Index) function).variable().name());
        }
    }

    private void trim(Trim trim) {
        out.append("TRIM(");
        boolean plain = trim.side() == TrimSide.BOTH && trim.character() == null;
        if (!plain) {
            out.append(trim.side()).append(' ');
            if (trim.character() != null) {
                scalars.print(trim.character());
                out.append(' ');
            }
            out.append("FROM ");
        }
        scalars.print(trim.source());
    }
}
