/** The engine against a store of lists and a naive evaluator. */
@NullMarked
package dev.dormouse.internal.execute;

import org.jspecify.annotations.NullMarked;
