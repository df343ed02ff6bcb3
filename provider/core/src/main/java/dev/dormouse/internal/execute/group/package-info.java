/**
 * Operators that group: aggregates and distinct rows.
 *
 * <p>Made when a plan is compiled; immutable, shared by threads. The cursors that they open belong to one run, on the thread of its transaction.
 */
@NullMarked
package dev.dormouse.internal.execute.group;

import org.jspecify.annotations.NullMarked;
