/**
 * Records and beans as FlatBuffers, without a schema file: the schema is derived from the class and can be printed. Tables have one field a property, in order of
 * declaration, so properties may only be appended; single values have the form that they have in the records of tables.
 *
 * <p>Called by the types of values. Codecs are immutable and thread-safe. Bytes that make no sense are an {@link java.lang.IndexOutOfBoundsException} or an
 * {@link java.lang.IllegalArgumentException}; the caller knows what was read and says so.
 */
@NullMarked
package dev.dormouse.lmdb.internal.flat;

import org.jspecify.annotations.NullMarked;
