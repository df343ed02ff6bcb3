/** Semantics of expressions, mostly as tables of cases. */
@NullMarked
package dev.dormouse.store.evaluate.function;

import org.jspecify.annotations.NullMarked;
