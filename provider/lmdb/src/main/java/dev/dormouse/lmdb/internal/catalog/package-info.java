/**
 * The catalog in bytes, kept beside the data in the native map {@code dormouse}.
 *
 * <p>Its keys are texts: {@code format} (the format version of the store, 4 bytes), {@code version} (of the catalog, 8 bytes), {@code table/N} and
 * {@code sequence/NAME} (definitions as CBOR maps), {@code mark/NAME} (the next number of a generator, 8 bytes); numbers are big-endian. Called by
 * {@code store} in its transactions. What cannot be read is a {@link dev.dormouse.store.StoreException}.
 */
@NullMarked
package dev.dormouse.lmdb.internal.catalog;

import org.jspecify.annotations.NullMarked;
