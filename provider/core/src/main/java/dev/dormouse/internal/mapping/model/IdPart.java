package dev.dormouse.internal.mapping.model;

/**
 * One basic part of an id.
 *
 * @param path where an entity holds it: {@code id}, {@code key.origin}, {@code customer.id} (the id of an associated entity)
 * @param inId where the id value holds it: empty for a simple id, else a path in the embeddable or id class
 * @param value how it becomes what is stored
 * @param column the column of the primary key; for an id that is derived from an association it is the join column
 */
public record IdPart(AttributePath path, AttributePath inId, BasicValue value, ColumnModel column) {}
