/**
 * Verifies the file of a store while it is closed: every page, the order of every map, the list of free pages, the checksum of every record and of the catalog, and that indexes have the
 * entries that the records ask for. It names map and key of what it finds; no content crashes it. (References between records and unique constraints are for the checker of the
 * open store.)
 *
 * <p>Called through {@link dev.dormouse.lmdb.internal.checker.FileVerification}. One thread at a time. What cannot be verified at all, because it is open or not a store, is a
 * {@link dev.dormouse.store.StoreException}; everything else stands in the report.
 */
@NullMarked
package dev.dormouse.lmdb.internal.checker;

import org.jspecify.annotations.NullMarked;
