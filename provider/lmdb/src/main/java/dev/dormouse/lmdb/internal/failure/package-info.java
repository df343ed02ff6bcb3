/**
 * What can go wrong on LMDB, in words (DORM0800 to DORM0899), and the one mapper from native errors to them. Sees the binding only, is seen by every room above; thread-safe.
 */
@NullMarked
package dev.dormouse.lmdb.internal.failure;

import org.jspecify.annotations.NullMarked;
