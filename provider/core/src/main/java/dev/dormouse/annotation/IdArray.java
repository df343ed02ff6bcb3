package dev.dormouse.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keeps a unidirectional {@code @OneToMany} as an array of the targets' ids in the record of its owner, in place of a join table.
 *
 * <p>The owner is then read with its references in one access, and a list keeps its order without an order column. The association
 * must be a {@code Collection}, {@code List} or {@code Set} without {@code mappedBy}, join table or join column; the name of the
 * array field is that of the attribute, or what {@code @Column(name = ...)} says.
 */
@Documented
@Target({ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface IdArray {}
