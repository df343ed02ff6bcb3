/** A planted violation. */
@NullMarked
package dev.dormouse.architecture.planted.internal.query;

import org.jspecify.annotations.NullMarked;
