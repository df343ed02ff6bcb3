/** Tests that generated entities are ones. */
@NullMarked
package dev.dormouse.benchmarks.start;

import org.jspecify.annotations.NullMarked;
