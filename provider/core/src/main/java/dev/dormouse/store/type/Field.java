package dev.dormouse.store.type;

/**
 * One named field of a record.
 *
 * @param name the name as stored, case kept
 * @param type the type of its value
 * @param nullable whether it may be absent; a store refuses null in a field that is not nullable
 */
public record Field(String name, StoreType type, boolean nullable) {}
