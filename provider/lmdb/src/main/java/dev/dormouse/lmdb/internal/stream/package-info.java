/**
 * Records, beans and trees as CBOR and as JSON: one codec a shape, over the library's streams, in the form of its basic values.
 *
 * <p>Called by the types of values. Codecs are immutable and thread-safe. What cannot be read is an {@link java.io.IOException}.
 */
@NullMarked
package dev.dormouse.lmdb.internal.stream;

import org.jspecify.annotations.NullMarked;
