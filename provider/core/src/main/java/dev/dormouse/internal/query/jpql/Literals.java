package dev.dormouse.internal.query.jpql;

import dev.dormouse.internal.query.build.Operand;
import dev.dormouse.internal.query.build.Scalars;
import dev.dormouse.jpql.ast.BooleanLiteral;
import dev.dormouse.jpql.ast.DateLiteral;
import dev.dormouse.jpql.ast.Literal;
import dev.dormouse.jpql.ast.NullLiteral;
import dev.dormouse.jpql.ast.NumericLiteral;
import dev.dormouse.jpql.ast.StringLiteral;
import dev.dormouse.jpql.ast.TimeLiteral;
import dev.dormouse.jpql.ast.TimestampLiteral;

/** The literals of the language with their types. */
final class Literals {

    private Literals() {}

    static Operand operand(Literal literal) {
        if (literal instanceof StringLiteral text) {
            return Scalars.constant(text.value());
        }
        if (literal instanceof NumericLiteral number) {
            return Scalars.constant(number.value());
        }
        if (literal instanceof BooleanLiteral truth) {
            return Scalars.constant(truth.value());
        }
        if (literal instanceof DateLiteral date) {
            return Scalars.constant(date.value(), java.sql.Date.class);
        }
        if (literal instanceof TimeLiteral time) {
            return Scalars.constant(time.value(), java.sql.Time.class);
        }
        if (literal instanceof TimestampLiteral timestamp) {
            return Scalars.constant(timestamp.value(), java.sql.Timestamp.class);
        }
        if (literal instanceof NullLiteral) {
            return Operand.Null.INSTANCE;
        }
        throw new AssertionError("no literal: " + literal);
    }
}
