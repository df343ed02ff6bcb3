/** How long a factory takes to start, with few and with many entities, whose classes are generated. */
@NullMarked
package dev.dormouse.benchmarks.start;

import org.jspecify.annotations.NullMarked;
