package dev.dormouse.store.type;

/**
 * An ordered list of elements of one type; its Java value is a {@link java.util.List}.
 *
 * @param element the type of every element: basic or record, never an array
 */
public record ArrayType(StoreType element) implements StoreType {

    @Override
    public String toString() {
        return element + "[]";
    }
}
