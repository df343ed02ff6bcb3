/**
 * What a record or a bean looks like to those who write it: its properties in order of declaration, the kind of each, and accessors without reflection. Derived once a
 * type; a type that cannot be kept is an {@link java.lang.IllegalArgumentException} that names the property.
 *
 * <p>Called by the types of values when they are declared, and by the codecs of {@code stream} and {@code flat} at every value. Immutable and thread-safe.
 */
@NullMarked
package dev.dormouse.lmdb.internal.shape;

import org.jspecify.annotations.NullMarked;
