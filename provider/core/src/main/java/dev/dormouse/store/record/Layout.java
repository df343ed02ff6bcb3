package dev.dormouse.store.record;

/** How the state of an entity lies in tables. */
public enum Layout {
    /** Embeddables, element collections, secondary and joined tables are nested in the entity's record. */
    DOCUMENT,
    /** Every table that the specification names is a table of its own, with flat columns. */
    RELATIONAL
}
