/**
 * The catalog, stored beside the data in the collection {@code dormouse.catalog}: one document with all definitions, replaced only where its version is
 * still the one that was read. Called by schema changes and when a store is opened, on any thread. Fails with a {@link dev.dormouse.store.StoreException} if
 * the document cannot be read or is of a newer format.
 */
@NullMarked
package dev.dormouse.mongodb.internal.catalog;

import org.jspecify.annotations.NullMarked;
