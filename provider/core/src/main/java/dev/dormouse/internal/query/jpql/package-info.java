/**
 * The tree of a query text turned into calls of {@code query.build}. Resolves nothing itself.
 *
 * <p>Called by {@code query} for each text once. Long chains of AND and OR are walked without recursion.
 */
@NullMarked
package dev.dormouse.internal.query.jpql;

import org.jspecify.annotations.NullMarked;
