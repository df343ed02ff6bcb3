/** A planted violation. */
@NullMarked
package dev.dormouse.architecture.planted.cycle.two;

import org.jspecify.annotations.NullMarked;
