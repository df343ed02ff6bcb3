/** A planted violation. */
@NullMarked
package dev.dormouse.architecture.planted.internal.optimize;

import org.jspecify.annotations.NullMarked;
