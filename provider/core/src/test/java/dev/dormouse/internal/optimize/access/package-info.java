/** Estimates on samples whose truth is known. */
@NullMarked
package dev.dormouse.internal.optimize.access;

import org.jspecify.annotations.NullMarked;
