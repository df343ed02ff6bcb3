/**
 * Bytes made smaller, for the records of a table and for the values of a typed map. What is kept beside the packed bytes (which compressor, how long
 * the plain bytes are) is the caller's matter.
 *
 * <p>Called by the codecs. Thread-safe. Packed bytes that make no sense are an {@link java.lang.IllegalArgumentException}; the caller knows what they
 * were and says so.
 */
@NullMarked
package dev.dormouse.lmdb.internal.compress;

import org.jspecify.annotations.NullMarked;
