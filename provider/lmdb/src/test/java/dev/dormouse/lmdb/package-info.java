/** Typed maps, proved on real files. */
@NullMarked
package dev.dormouse.lmdb;

import org.jspecify.annotations.NullMarked;
