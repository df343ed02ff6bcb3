package dev.dormouse.lmdb.internal.store;

/**
 * One committed state.
 *
 * @param transaction LMDB's number of the transaction that made it
 * @param version the store's number: commits and schema changes before it
 * @param tables the catalog of that state
 */
record Committed(long transaction, long version, Tables tables) {}
