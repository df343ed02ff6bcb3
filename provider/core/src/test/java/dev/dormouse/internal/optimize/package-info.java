/** Plans before and after the rules. */
@NullMarked
package dev.dormouse.internal.optimize;

import org.jspecify.annotations.NullMarked;
