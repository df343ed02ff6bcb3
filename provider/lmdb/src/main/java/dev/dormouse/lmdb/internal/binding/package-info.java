/**
 * LMDB itself: the only room that sees the native binding, so that another binding can take its place. Memory is passed as Agrona's buffers: keys and values
 * that go in lie outside of the heap, what comes out refers to the map and is good as long as its transaction, or until the next write in it.
 *
 * <p>Nothing here is checked beyond what the binding checks; whoever calls keeps LMDB's rules: one thread at a time a transaction, no use after the end.
 * Every failure is a {@link dev.dormouse.lmdb.internal.binding.NativeException}.
 */
@NullMarked
package dev.dormouse.lmdb.internal.binding;

import org.jspecify.annotations.NullMarked;
