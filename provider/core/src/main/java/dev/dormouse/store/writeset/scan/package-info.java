/**
 * Runs the subtrees that every store of ordered maps takes: a scan by any access path, with the filters right above it.
 *
 * <p>Called by stores for {@code prepare}. A prepared scan is immutable and shared by threads; a cursor belongs to its transaction's thread.
 */
@NullMarked
package dev.dormouse.store.writeset.scan;

import org.jspecify.annotations.NullMarked;
