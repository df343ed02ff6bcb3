@NullMarked
package dev.dormouse.lmdb.internal.store;

import org.jspecify.annotations.NullMarked;
