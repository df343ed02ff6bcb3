package dev.dormouse.jpql.ast;

/**
 * {@code IS [NOT] NULL} (section 4.6.7).
 *
 * @param operand the tested value
 * @param negated whether NOT was written
 * @param position where its text begins
 */
public record NullComparison(ScalarExpression operand, boolean negated, Position position)
        implements ConditionalExpression {}
