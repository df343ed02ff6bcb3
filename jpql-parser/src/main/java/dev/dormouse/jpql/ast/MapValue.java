package dev.dormouse.jpql.ast;

import org.jspecify.annotations.Nullable;

/**
 * {@code VALUE(variable)} (section 4.4.4).
 *
 * @param variable a variable that ranges over a map
 * @param position where its text begins
 */
public record MapValue(Identifier variable, Position position) implements PathRoot {
    @Override
    public boolean equals(@Nullable Object other) {
        return Trees.equal(this, other);
    }

    @Override
    public int hashCode() {
        return Trees.hash(this);
    }
}
