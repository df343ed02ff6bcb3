/**
 * Generators: counter documents in {@code dormouse.counters}, or the rows of TABLE generators, raised outside of any transaction, one command a block. Called on any
 * thread; what was given is never given again.
 */
@NullMarked
package dev.dormouse.mongodb.internal.sequence;

import org.jspecify.annotations.NullMarked;
