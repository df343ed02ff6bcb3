/**
 * The store SPI on MongoDB: provider, store, transactions. Called by the engine; a store is thread-safe, a transaction serves one thread at a time. Fails
 * with {@link dev.dormouse.store.StoreException}s only.
 */
@NullMarked
package dev.dormouse.mongodb.internal.store;

import org.jspecify.annotations.NullMarked;
