/** Semantics of expressions, mostly as tables of cases. */
@NullMarked
package dev.dormouse.store.evaluate.compile;

import org.jspecify.annotations.NullMarked;
