/**
 * Arrays of primitives as packed numbers, lowest byte first, bit by bit as they are. Called by the types of values. Stateless; the caller has checked that there are as
 * many bytes as it asks for.
 */
@NullMarked
package dev.dormouse.lmdb.internal.array;

import org.jspecify.annotations.NullMarked;
