package dev.dormouse.jpql.ast;

/**
 * A name: of an entity, a variable or an attribute. Whether case matters depends on what it names (section 4.4.1).
 *
 * @param name the name as written
 * @param position where its text begins
 */
public record Identifier(String name, Position position) implements PathRoot {}
