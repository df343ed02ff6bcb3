@NullMarked
package dev.dormouse.lmdb.key;

import org.jspecify.annotations.NullMarked;
