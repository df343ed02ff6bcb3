package dev.dormouse.store.plan;

/**
 * One criterion of an order.
 *
 * @param value what is compared
 * @param descending whether high values come first
 * @param nullsFirst whether nulls come first; by default they are lowest: first ascending, last descending
 */
public record SortKey(Expression value, boolean descending, boolean nullsFirst) {

    /** Makes a criterion with nulls lowest. */
    public static SortKey of(Expression value, boolean descending) {
        return new SortKey(value, descending, !descending);
    }

    /** Tells whether nulls are where the one order has them, so that an index can give this order. */
    public boolean nullsLowest() {
        return nullsFirst != descending;
    }
}
