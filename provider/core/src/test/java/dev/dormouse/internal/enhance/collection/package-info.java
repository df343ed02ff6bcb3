@NullMarked
package dev.dormouse.internal.enhance.collection;

import org.jspecify.annotations.NullMarked;
