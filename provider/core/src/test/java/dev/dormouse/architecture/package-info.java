/** The laws of the house as tests. */
@NullMarked
package dev.dormouse.architecture;

import org.jspecify.annotations.NullMarked;
