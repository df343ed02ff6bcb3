/**
 * The types of keys of typed maps and of their indexes: each writes its values as bytes whose unsigned order is the natural order of the values, and reads them back.
 *
 * <p>Key types are immutable and thread-safe. Where there is a basic type of the provider for the same values, the bytes are those of
 * {@link dev.dormouse.store.record.KeyEncoder}, so that entities and typed maps agree. Encoding fails with an {@link java.lang.IllegalArgumentException} for what cannot be
 * a key, before anything is written.
 */
@NullMarked
package dev.dormouse.lmdb.key;

import org.jspecify.annotations.NullMarked;
