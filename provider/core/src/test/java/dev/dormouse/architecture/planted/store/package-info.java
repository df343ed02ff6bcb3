/** A planted violation. */
@NullMarked
package dev.dormouse.architecture.planted.store;

import org.jspecify.annotations.NullMarked;
