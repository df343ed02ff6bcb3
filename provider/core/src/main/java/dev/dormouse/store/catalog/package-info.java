/**
 * The persistent schema of a store: which tables, columns, types, indexes, references and sequences exist, and in which format.
 *
 * <p>A {@link dev.dormouse.store.catalog.Catalog} is an immutable snapshot with a version; only the store changes it, under its writer.
 */
@NullMarked
package dev.dormouse.store.catalog;

import org.jspecify.annotations.NullMarked;
