package dev.dormouse.store.type;

/** The type of a field, of an expression or of a slot in a plan: a basic value, a nested record or an array. */
public sealed interface StoreType permits BasicType, RecordType, ArrayType {}
