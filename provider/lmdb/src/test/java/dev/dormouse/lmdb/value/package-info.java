@NullMarked
package dev.dormouse.lmdb.value;

import org.jspecify.annotations.NullMarked;
