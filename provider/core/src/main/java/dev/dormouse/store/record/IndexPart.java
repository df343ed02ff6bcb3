package dev.dormouse.store.record;

/**
 * One part of an index key.
 *
 * @param path a basic field, or an array of basic values (each element then has an entry of its own; at most one such part an index)
 * @param descending whether values are in falling order, nulls then last
 */
public record IndexPart(FieldPath path, boolean descending) {

    @Override
    public String toString() {
        return descending ? path + " desc" : path.toString();
    }
}
