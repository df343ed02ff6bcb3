/**
 * The embedded store as a library of its own: typed, ordered, persistent maps over LMDB, with indexes that are really kept.
 */
@NullMarked
package dev.dormouse.lmdb;

import org.jspecify.annotations.NullMarked;
