package dev.dormouse.jpql.ast;

import java.util.List;

/**
 * A statement that returns a result: one select query, or several combined by set operators (section 4.2.1).
 */
public sealed interface SelectQuery extends Statement permits SelectStatement, SetOperation {

    /** Returns how the result is ordered; empty without ORDER BY. */
    List<OrderItem> orderBy();
}
