/** A planted violation. */
@NullMarked
package dev.dormouse.architecture.planted.store.plan;

import org.jspecify.annotations.NullMarked;
