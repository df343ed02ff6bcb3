/** A planted violation. */
@NullMarked
package dev.dormouse.architecture.planted.internal.mapping.model;

import org.jspecify.annotations.NullMarked;
