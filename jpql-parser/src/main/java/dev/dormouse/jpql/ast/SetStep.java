package dev.dormouse.jpql.ast;

import org.jspecify.annotations.Nullable;

/**
 * One set operator with its right operand (section 4.2.1).
 *
 * @param operator how the operand is combined with all before it
 * @param all whether ALL was written: duplicates are kept
 * @param query the operand
 * @param position where its text begins
 */
public record SetStep(SetOperator operator, boolean all, SelectQuery query, Position position) implements Node {
    @Override
    public boolean equals(@Nullable Object other) {
        return Trees.equal(this, other);
    }

    @Override
    public int hashCode() {
        return Trees.hash(this);
    }
}
