/**
 * Transactions over ordered maps: what memory and LMDB share. A store offers its snapshots as {@link dev.dormouse.store.writeset.IndexedMaps} and its
 * writer as {@link dev.dormouse.store.writeset.WritableMaps}; this room keeps each transaction's changes in a {@link dev.dormouse.store.writeset.WriteSet}
 * over them, checks constraints at flush and again at commit, and derives what is written.
 *
 * <p>Called by stores. A transaction and its write set belong to one thread at a time; a {@link dev.dormouse.store.writeset.CommitUnit} runs on the thread of
 * the writer while its owner waits. Failures are {@link dev.dormouse.store.StoreException}s, found before the first byte is written.
 */
@NullMarked
package dev.dormouse.store.writeset;

import org.jspecify.annotations.NullMarked;
