/**
 * Expressions that contain a plan: run for each row around it, or for each combination of values that it depends on, or once.
 *
 * <p>Made when a plan is compiled; immutable, shared by threads. The cursors that they open belong to one run, on the thread of its transaction.
 */
@NullMarked
package dev.dormouse.internal.execute.subquery;

import org.jspecify.annotations.NullMarked;
