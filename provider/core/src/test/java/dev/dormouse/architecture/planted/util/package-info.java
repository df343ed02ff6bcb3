/** A planted violation. */
@NullMarked
package dev.dormouse.architecture.planted.util;

import org.jspecify.annotations.NullMarked;
