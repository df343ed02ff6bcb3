package dev.dormouse.jpql.ast;

/**
 * The kinds of explicit join (section 4.4.5).
 */
public enum JoinType {
    /** Rows without a partner are dropped. */
    INNER,
    /** Rows without a partner are kept, the joined side is null. */
    LEFT
}
