/** Tests of the hand-written side. */
@NullMarked
package dev.dormouse.benchmarks.raw;

import org.jspecify.annotations.NullMarked;
