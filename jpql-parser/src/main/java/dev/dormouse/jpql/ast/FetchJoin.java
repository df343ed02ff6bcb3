package dev.dormouse.jpql.ast;

/**
 * A join that loads an association along with its owner; it declares no variable (section 4.4.5.3).
 *
 * @param type inner or left
 * @param path the association or element collection to fetch
 * @param position where its text begins
 */
public record FetchJoin(JoinType type, Path path, Position position) implements Join {}
