package dev.dormouse.store;

/** What a transaction sees of others. The contract suite says for each level and store what can happen. */
public enum Isolation {
    /** Each statement sees the newest committed state. */
    READ_COMMITTED,
    /** All statements see the state at the first one; a change to a record that was changed since fails. */
    SNAPSHOT,
    /** As if transactions ran one after the other. */
    SERIALIZABLE
}
