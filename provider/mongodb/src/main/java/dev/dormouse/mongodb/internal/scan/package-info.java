/**
 * Scans on the server: filter, range, order and limit go with the find, documents come in batches and are read in place. Values of a user are always bound as
 * values, never as operators. What the server cannot decide exactly, it narrows, and the cursor decides.
 *
 * <p>A prepared plan is immutable and shared; a cursor belongs to its transaction's thread. Fails with {@link dev.dormouse.store.StoreException}s.
 */
@NullMarked
package dev.dormouse.mongodb.internal.scan;

import org.jspecify.annotations.NullMarked;
