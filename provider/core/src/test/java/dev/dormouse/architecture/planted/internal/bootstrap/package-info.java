/** A planted violation. */
@NullMarked
package dev.dormouse.architecture.planted.internal.bootstrap;

import org.jspecify.annotations.NullMarked;
