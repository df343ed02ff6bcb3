/**
 * The schema of a unit in its store: created, widened, validated, emptied, dropped.
 *
 * <p>Used when a factory starts ({@link dev.dormouse.internal.schema.SchemaAction}) and by the application through the specification's
 * {@code SchemaManager} ({@link dev.dormouse.internal.schema.UnitSchema}). Each operation is one change of the store's catalog, all or
 * nothing, under the store's writer. Thread-safe. What contradicts an existing table is a persistence exception that names all of it.
 */
@NullMarked
package dev.dormouse.internal.schema;

import org.jspecify.annotations.NullMarked;
