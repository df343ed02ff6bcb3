@NullMarked
package dev.dormouse.internal.enhance;

import org.jspecify.annotations.NullMarked;
