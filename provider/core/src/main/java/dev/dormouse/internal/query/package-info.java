/**
 * Queries compiled and kept: the way from a text to what {@code session} runs.
 *
 * <p>Called by {@code session} on any thread; compiled queries are immutable and shared. What is wrong with a query is an
 * {@link java.lang.IllegalArgumentException} with a text of {@link dev.dormouse.failure.QueryMessages}.
 */
@NullMarked
package dev.dormouse.internal.query;

import org.jspecify.annotations.NullMarked;
