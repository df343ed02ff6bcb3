@NullMarked
package dev.dormouse.lmdb.internal.catalog;

import org.jspecify.annotations.NullMarked;
