package dev.dormouse.jpql.ast;

/**
 * {@code ?1} (section 4.7.4.1).
 *
 * @param number the number, from 1
 * @param position where its text begins
 */
public record PositionalParameter(int number, Position position) implements Parameter {
    /** Checks what the components say. */
    public PositionalParameter {
        if (number < 1) {
            throw new IllegalArgumentException("parameters are numbered from 1: '" + number + "'");
        }
    }
}
