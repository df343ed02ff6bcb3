/** A planted violation. */
@NullMarked
package dev.dormouse.architecture.planted.internal.layout;

import org.jspecify.annotations.NullMarked;
