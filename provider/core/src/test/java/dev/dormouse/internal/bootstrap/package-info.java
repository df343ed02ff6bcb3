/** Tests of the start of persistence units. */
@NullMarked
package dev.dormouse.internal.bootstrap;

import org.jspecify.annotations.NullMarked;
