/** The operations written by hand on lmdbjava: compact records, indexes kept in the same transaction. It is the limit that the provider is measured against. */
@NullMarked
package dev.dormouse.benchmarks.raw;

import org.jspecify.annotations.NullMarked;
