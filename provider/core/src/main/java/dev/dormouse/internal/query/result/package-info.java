/**
 * Rows turned into what the program asked for: entities, values with their Java types restored, arrays, tuples, constructed objects.
 *
 * <p>Called by {@code session} on the thread that runs the query. Entities come from the persistence context. A row that cannot become what was asked for
 * fails the call that reads it.
 */
@NullMarked
package dev.dormouse.internal.query.result;

import org.jspecify.annotations.NullMarked;
