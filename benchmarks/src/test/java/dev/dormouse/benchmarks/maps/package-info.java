/** Tests of the side-by-side runs of typed maps. */
@NullMarked
package dev.dormouse.benchmarks.maps;

import org.jspecify.annotations.NullMarked;
