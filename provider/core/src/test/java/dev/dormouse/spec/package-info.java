/** Tests by sections of the specification, on the memory store through the public API. */
@NullMarked
package dev.dormouse.spec;

import org.jspecify.annotations.NullMarked;
