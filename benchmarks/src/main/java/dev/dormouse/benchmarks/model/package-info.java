/** The entities of the benchmark, the same for every provider: public getters, no annotation of a vendor. */
@NullMarked
package dev.dormouse.benchmarks.model;

import org.jspecify.annotations.NullMarked;
