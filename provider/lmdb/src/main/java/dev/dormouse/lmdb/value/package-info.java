/**
 * The types of values of typed maps: each writes its values as bytes and reads them back, if it can in place.
 *
 * <p>Value types are immutable and thread-safe. What stands around the bytes (format, version, checksum, compression) belongs to the map, not to the type. Sets are the
 * exception: their members are entries of their own. Encoding fails with an {@link java.lang.IllegalArgumentException} for what is no value of the type, decoding with a
 * {@link dev.dormouse.store.StoreException} for bytes that are none of it.
 */
@NullMarked
package dev.dormouse.lmdb.value;

import org.jspecify.annotations.NullMarked;
