/**
 * The types that a store keeps, the one order of their values, and three-valued logic.
 *
 * <p>Below {@code layout} every value is one of the Java types listed in {@link dev.dormouse.store.type.BasicType}, a nested record
 * or a list. A leaf: sees nothing, is seen by everyone, pure and thread-safe.
 */
@NullMarked
package dev.dormouse.store.type;

import org.jspecify.annotations.NullMarked;
