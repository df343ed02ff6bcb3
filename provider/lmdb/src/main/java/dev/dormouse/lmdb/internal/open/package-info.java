/**
 * Maps that are open, with their types: which declaration belongs to which bytes, which indexes are kept, and the proofs that rows and entries agree, of an open database and of a closed
 * file.
 *
 * <p>Called by the public classes of {@code dev.dormouse.lmdb}. What is open is shared by all databases on one environment and thread-safe; a proof belongs to one thread. Failures are
 * {@link dev.dormouse.store.StoreException}s of {@code MapMessages}; what a proof finds stands in its report.
 */
@NullMarked
package dev.dormouse.lmdb.internal.open;

import org.jspecify.annotations.NullMarked;
