/**
 * The way to the server: addresses, clients that factories share or applications bring, the check that the server can do what is needed. Called when a store
 * is opened, on any thread. Fails with {@link dev.dormouse.store.StoreException}s that name the address without its secrets.
 */
@NullMarked
package dev.dormouse.mongodb.internal.client;

import org.jspecify.annotations.NullMarked;
