@NullMarked
package dev.dormouse.lmdb.internal.environment;

import org.jspecify.annotations.NullMarked;
