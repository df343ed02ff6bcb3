/** The operations written by hand with the driver of MongoDB: the limit that the provider is measured against on a server. */
@NullMarked
package dev.dormouse.benchmarks.mongodb;

import org.jspecify.annotations.NullMarked;
