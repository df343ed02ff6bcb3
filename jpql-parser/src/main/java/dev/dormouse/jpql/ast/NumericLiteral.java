package dev.dormouse.jpql.ast;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A number; its Java type is the literal's type (section 4.7.1).
 *
 * <p>A sign directly before the digits is part of it.
 *
 * @param value an Integer, Long, Float, Double, BigInteger or BigDecimal, as the suffix says
 * @param position where its text begins
 */
public record NumericLiteral(Number value, Position position) implements Literal {
    /** Checks what the components say. */
    public NumericLiteral {
        if (!(value instanceof Integer
                || value instanceof Long
                || value instanceof Float
                || value instanceof Double
                || value instanceof BigInteger
                || value instanceof BigDecimal)) {
            throw new IllegalArgumentException(
                    "not the type of a numeric literal: '" + value.getClass().getName() + "'");
        }
    }
}
