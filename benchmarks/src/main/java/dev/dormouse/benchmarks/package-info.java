/**
 * The same operations on Dormouse, on its peers and by hand on LMDB, timed by JMH in one run. {@code Side} says what is done, {@code Operations}
 * times it, {@code BenchmarkRun} runs all sides and writes the table. Nothing here is seen by the provider.
 */
@NullMarked
package dev.dormouse.benchmarks;

import org.jspecify.annotations.NullMarked;
