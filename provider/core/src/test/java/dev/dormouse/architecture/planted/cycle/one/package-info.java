/** A planted violation. */
@NullMarked
package dev.dormouse.architecture.planted.cycle.one;

import org.jspecify.annotations.NullMarked;
