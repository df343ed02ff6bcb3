package dev.dormouse.jpql.ast;

/**
 * {@code TYPE(operand)}: the exact entity type (section 4.7.12).
 *
 * @param operand a path or a parameter
 * @param position where its text begins
 */
public record TypeDiscriminator(ScalarExpression operand, Position position) implements ScalarExpression {
    /** Checks the invariant. */
    public TypeDiscriminator {
        if (!(operand instanceof Path || operand instanceof Parameter)) {
            throw new IllegalArgumentException("TYPE takes a path or a parameter: '" + operand + "'");
        }
    }
}
