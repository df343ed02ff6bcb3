/**
 * Operators that join: by a loop over the right side, or by a hash table of it.
 *
 * <p>Made when a plan is compiled; immutable, shared by threads. The cursors that they open belong to one run, on the thread of its transaction.
 */
@NullMarked
package dev.dormouse.internal.execute.join;

import org.jspecify.annotations.NullMarked;
