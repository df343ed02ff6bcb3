package dev.dormouse.jpql.ast;

import org.jspecify.annotations.Nullable;

/**
 * {@code TYPE(operand)}: the exact entity type (section 4.7.12).
 *
 * @param operand a path or a parameter
 * @param position where its text begins
 */
public record TypeDiscriminator(ScalarExpression operand, Position position) implements ScalarExpression {
    /** Checks what the components say. */
    public TypeDiscriminator {
        if (!(operand instanceof Path || operand instanceof Parameter)) {
            throw new IllegalArgumentException("TYPE takes a path or a parameter: '" + operand + "'");
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return Trees.equal(this, other);
    }

    @Override
    public int hashCode() {
        return Trees.hash(this);
    }
}
