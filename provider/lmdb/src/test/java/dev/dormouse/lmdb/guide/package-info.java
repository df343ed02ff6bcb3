@NullMarked
package dev.dormouse.lmdb.guide;

import org.jspecify.annotations.NullMarked;
