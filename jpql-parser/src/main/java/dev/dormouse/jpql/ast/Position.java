package dev.dormouse.jpql.ast;

import org.jspecify.annotations.Nullable;

/**
 * Where a node begins in the text of its query.
 *
 * <p>Positions never tell two nodes apart: every position equals every other, so that two trees are equal when they say
 * the same, wherever it was written.
 *
 * @param line the line, from 1
 * @param column the column in code points, from 1
 * @param offset the index into the text in UTF-16 units, from 0
 */
public record Position(int line, int column, int offset) {

    /** The position of a node that was not parsed. */
    public static final Position NONE = new Position(0, 0, 0);

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Position;
    }

    @Override
    public int hashCode() {
        return 0;
    }

    /** Returns {@code line:column}. */
    @Override
    public String toString() {
        return line + ":" + column;
    }
}
