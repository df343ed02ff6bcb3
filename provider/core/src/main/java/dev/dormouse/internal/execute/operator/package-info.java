/**
 * The operators on rows, what their cursors share in one run, and how rows are kept, compared and told apart.
 *
 * <p>Made when a plan is compiled; immutable, shared by threads. The cursors that they open belong to one run, on the thread of its transaction.
 */
@NullMarked
package dev.dormouse.internal.execute.operator;

import org.jspecify.annotations.NullMarked;
