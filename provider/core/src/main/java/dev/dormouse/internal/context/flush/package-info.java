/**
 * From changed instances to an ordered list of changed records: dirty checking, orphans, versions, join tables, callbacks, order by foreign keys.
 *
 * <p>Runs when the application asks, before a query and before a commit, on the thread of the entity manager. A failure marks the transaction for rollback.
 */
@NullMarked
package dev.dormouse.internal.context.flush;

import org.jspecify.annotations.NullMarked;
