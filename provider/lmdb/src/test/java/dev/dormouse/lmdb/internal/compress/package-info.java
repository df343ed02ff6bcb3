@NullMarked
package dev.dormouse.lmdb.internal.compress;

import org.jspecify.annotations.NullMarked;
