/**
 * The steps by which the state of an entity moves between an instance and a record, one class for each kind of attribute.
 *
 * <p>Made by a layout from the locations of its attributes, run by {@code context} through {@link dev.dormouse.internal.layout.StateTransfer}.
 * Immutable and thread-safe.
 */
@NullMarked
package dev.dormouse.internal.layout.transfer;

import org.jspecify.annotations.NullMarked;
