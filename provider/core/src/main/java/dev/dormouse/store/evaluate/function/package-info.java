/**
 * The functions, casts and patterns of the query language, as evaluators of their arguments and as conversions of values.
 *
 * <p>Made by the compiler of expressions, once a plan; without state, shared by threads. A value without a result is an
 * {@link dev.dormouse.store.evaluate.EvaluationException}.
 */
@NullMarked
package dev.dormouse.store.evaluate.function;

import org.jspecify.annotations.NullMarked;
