package dev.dormouse.jpql.ast;

/**
 * {@code TREAT(path AS subtype)} (section 4.4.9).
 *
 * @param path what is taken as the subtype
 * @param subtype the name of an entity
 * @param position where its text begins
 */
public record Treat(Path path, Identifier subtype, Position position) implements PathRoot {}
