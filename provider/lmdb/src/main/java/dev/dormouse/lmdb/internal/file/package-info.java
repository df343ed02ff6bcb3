/**
 * LMDB's file as Java reads it while no environment of this JVM has it open: the look that is taken before LMDB maps it, and the walk that proves every page.
 *
 * <p>Called by {@code environment} and {@code checker}. Nothing here knows records or tables. A {@link dev.dormouse.lmdb.internal.file.ClosedFile} belongs to one thread.
 * A file that cannot be LMDB's is a {@link dev.dormouse.store.StoreException}; what is wrong inside of one is told in words to
 * {@link dev.dormouse.lmdb.internal.file.Findings}. No content, however damaged, does more than that.
 *
 * <h2>Form (LMDB 0.9, 64 bits)</h2>
 *
 * <p>Pages begin with their number (8 bytes), two unused bytes, flags (2), where their free room begins (2) and ends (2). Pages 0 and 1 are the roots of the last two
 * transactions. A page of a tree has, behind its head, the places of its nodes, which fill it from the end: four bytes of the length of the value (in a branch: with the flags
 * the page of the child), two of flags, two of the length of the key, key, value. A long value lies on pages of its own. A tree is described by 48 bytes: two unused words, flags,
 * depth, numbers of pages and entries, root. The values of one key of a sorted map lie on a page inside of the node, or in a tree of their own.
 */
@NullMarked
package dev.dormouse.lmdb.internal.file;

import org.jspecify.annotations.NullMarked;
