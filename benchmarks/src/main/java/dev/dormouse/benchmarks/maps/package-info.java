/**
 * Typed maps beside hand-written code on LMDB that stores the same bytes. {@code MapSide} says what is done, {@code MapOperations}, {@code AncestorOperations} and
 * {@code CookieOperations} time it, {@code MapBenchmarkRun} runs them and writes the tables. Everything runs on the threads of JMH; a failure ends the run.
 */
@NullMarked
package dev.dormouse.benchmarks.maps;

import org.jspecify.annotations.NullMarked;
