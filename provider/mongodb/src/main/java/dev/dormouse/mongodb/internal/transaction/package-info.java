/**
 * Transactions on MongoDB. The server's transaction begins with the first flush or lock (at {@code snapshot} with the first read); before it, each statement
 * reads one majority snapshot. A flush is one ordered bulk write a collection, then the references are checked inside the transaction. Whoever wrote a record first keeps
 * others from it: their flush is stale at once. What the server ends for reasons of its own is played again as long as nothing was read after the flushes.
 *
 * <p>Used by one thread at a time; a transaction's state says what is allowed. Fails with {@link dev.dormouse.store.StoreException}s only, through the one mapper.
 */
@NullMarked
package dev.dormouse.mongodb.internal.transaction;

import org.jspecify.annotations.NullMarked;
