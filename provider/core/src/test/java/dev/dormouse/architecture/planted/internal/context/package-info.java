/** A planted violation. */
@NullMarked
package dev.dormouse.architecture.planted.internal.context;

import org.jspecify.annotations.NullMarked;
