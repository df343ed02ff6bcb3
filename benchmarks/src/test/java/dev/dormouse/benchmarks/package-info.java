/** Proves that all sides do the same work. */
@NullMarked
package dev.dormouse.benchmarks;

import org.jspecify.annotations.NullMarked;
