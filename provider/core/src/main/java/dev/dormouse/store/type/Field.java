package dev.dormouse.store.type;

/**
 * One named field of a record.
 *
 * @param name the name as stored, case kept
 * @param type the type of its value
 * @param nullable whether it may be absent; a store refuses null in a field that is not nullable
 * @param limit how long its values may be; a store refuses longer ones
 */
public record Field(String name, StoreType type, boolean nullable, Limit limit) {

    /** Makes a field whose values may be of any length. */
    public Field(String name, StoreType type, boolean nullable) {
        this(name, type, nullable, Limit.NONE);
    }
}
