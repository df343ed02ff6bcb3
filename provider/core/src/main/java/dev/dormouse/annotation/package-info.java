/**
 * Annotations that an application may put on its entity classes beside those of the specification.
 *
 * <p>They choose how a store keeps the data, never what the program means: an application without them runs the same. Leaf: sees no
 * other room. The mapping reads them from class files; a wrong place is reported with the other failures of the unit.
 */
@NullMarked
package dev.dormouse.annotation;

import org.jspecify.annotations.NullMarked;
