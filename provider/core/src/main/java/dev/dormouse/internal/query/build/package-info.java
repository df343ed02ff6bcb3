/**
 * The one place where names are resolved, types are found and null gets its meaning: every query language calls
 * {@link dev.dormouse.internal.query.build.PlanBuilder} and gets the same plan for the same meaning.
 *
 * <p>A builder belongs to one statement and one thread. What it builds is immutable. A wrong name or type is an
 * {@link java.lang.IllegalArgumentException} with a text of {@link dev.dormouse.failure.QueryMessages}; what the grammar knows and the engine
 * cannot run yet is one whose cause is an {@link java.lang.UnsupportedOperationException}.
 */
@NullMarked
package dev.dormouse.internal.query.build;

import org.jspecify.annotations.NullMarked;
