/** The operations written once against the Jakarta Persistence API, and the settings of each provider. */
@NullMarked
package dev.dormouse.benchmarks.jpa;

import org.jspecify.annotations.NullMarked;
