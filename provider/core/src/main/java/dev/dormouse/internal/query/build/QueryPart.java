package dev.dormouse.internal.query.build;

import dev.dormouse.store.plan.Expression;
import org.jspecify.annotations.Nullable;

/** A query that returns rows: one SELECT, or several under a set operator. */
public sealed interface QueryPart permits SelectBuilder, SetBuilder {

    /**
     * Finishes the plan.
     *
     * @param page the page that is cut out of the result, null for all
     * @param isAlone whether it is no operand of a set operator
     */
    BuiltPart build(@Nullable Page page, boolean isAlone);

    /** Returns the first SELECT, whose names an ORDER BY of the whole may use. */
    SelectBuilder leftmost();

    /**
     * A page of the result.
     *
     * @param offset how many rows are passed over
     * @param count how many follow at most
     */
    record Page(Expression offset, Expression count) {}
}
