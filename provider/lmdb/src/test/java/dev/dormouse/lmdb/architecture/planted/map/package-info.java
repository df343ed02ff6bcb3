/** A room that breaks a law, for the test of the law. */
@NullMarked
package dev.dormouse.lmdb.architecture.planted.map;

import org.jspecify.annotations.NullMarked;
