package dev.dormouse.jpql.ast;

/**
 * One explicit join (section 4.4.5).
 */
public sealed interface Join extends Node permits EntityJoin, PathJoin, FetchJoin {

    /** Returns whether rows without a partner are kept. */
    JoinType type();
}
