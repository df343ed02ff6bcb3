/**
 * What a store keeps: tables, records, keys, indexes, and the paths by which fields are read without decoding the rest.
 *
 * <p>Knows no entity class and no store. Definitions are immutable and thread-safe; a {@link dev.dormouse.store.record.RecordView}
 * belongs to the thread of the transaction that gave it.
 */
@NullMarked
package dev.dormouse.store.record;

import org.jspecify.annotations.NullMarked;
