/** A planted violation. */
@NullMarked
package dev.dormouse.architecture.planted.internal.session;

import org.jspecify.annotations.NullMarked;
