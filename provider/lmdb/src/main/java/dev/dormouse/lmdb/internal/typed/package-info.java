/**
 * Maps of bytes with indexes as a transaction sees them: what typed maps are made of. A map is known by its UUID; its rows are in one native map, the entries of all
 * of its indexes and the members of its sets in another.
 *
 * <p>Called by the public classes of {@code dev.dormouse.lmdb}, which know the types. There are three kinds of transactions behind {@link dev.dormouse.lmdb.internal.typed.ByteTransaction}: one
 * that reads a snapshot, one that holds the writer, and one that keeps its changes to itself until commit. Each belongs to one thread. Failures are
 * {@link dev.dormouse.store.StoreException}s of {@code MapMessages} and {@code LmdbMessages}.
 */
@NullMarked
package dev.dormouse.lmdb.internal.typed;

import org.jspecify.annotations.NullMarked;
