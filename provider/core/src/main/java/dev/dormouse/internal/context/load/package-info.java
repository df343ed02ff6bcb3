/**
 * From records to managed instances: by key, behind lazy references, into lazy collections, and from the rows of queries.
 *
 * <p>Called by {@code session} for find and refresh, by {@code query.result} for rows, and by lazy state when it is touched; always on the thread of the
 * entity manager. What is not there is null or an {@code EntityNotFoundException}, as the specification says for the caller.
 */
@NullMarked
package dev.dormouse.internal.context.load;

import org.jspecify.annotations.NullMarked;
