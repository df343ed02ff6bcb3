/**
 * Java values to store values and back: one class for each kind of conversion.
 *
 * <p>Used by {@code layout} for the state of entities and by {@code query.build} for literals and parameters that are compared with an
 * attribute. Immutable and thread-safe. A value that cannot be converted is an {@link java.lang.IllegalArgumentException}; what an
 * application's converter throws comes out as a persistence exception.
 */
@NullMarked
package dev.dormouse.internal.layout.value;

import org.jspecify.annotations.NullMarked;
