package dev.dormouse.jpql.ast;

/**
 * Where nulls are placed by an ORDER BY item (section 4.10).
 */
public enum NullPlacement {
    /** Not said: the store decides. */
    UNSPECIFIED,
    /** Before all other values. */
    FIRST,
    /** After all other values. */
    LAST
}
