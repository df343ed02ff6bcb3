/** A planted violation. */
@NullMarked
package dev.dormouse.architecture.planted.internal.memory;

import org.jspecify.annotations.NullMarked;
