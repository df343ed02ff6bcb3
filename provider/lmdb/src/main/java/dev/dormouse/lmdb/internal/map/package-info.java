/**
 * Raw ordered maps of bytes with attached indexes: for each table one native map from primary key to record, and one map of duplicates for all of its
 * indexes, from index number and index key to primary keys.
 *
 * <p>Called by {@code store} and {@code check}; knows no records. A {@link dev.dormouse.lmdb.internal.map.RangeCursor} belongs to the thread of its
 * transaction. Native errors pass through; the rooms above map them.
 */
@NullMarked
package dev.dormouse.lmdb.internal.map;

import org.jspecify.annotations.NullMarked;
