@NullMarked
package dev.dormouse.lmdb.internal.record;

import org.jspecify.annotations.NullMarked;
