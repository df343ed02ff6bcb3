/**
 * Changes of the schema: collections and indexes on the server, then the catalog. What creates goes first and is taken back if a later step fails; what drops goes
 * last, after the catalog was written. Called under the store's schema lock, on any thread. Fails with
 * {@link dev.dormouse.store.ConstraintViolationException} where records contradict, naming them.
 */
@NullMarked
package dev.dormouse.mongodb.internal.schema;

import org.jspecify.annotations.NullMarked;
