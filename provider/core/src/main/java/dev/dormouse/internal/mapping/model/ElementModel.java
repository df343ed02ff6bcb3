package dev.dormouse.internal.mapping.model;

/** What the elements of an element collection are (the values, for a map). */
public sealed interface ElementModel {

    /**
     * Basic values.
     *
     * @param value how an element becomes what is stored
     * @param column where it is stored in the collection table
     */
    record Basic(BasicValue value, ColumnModel column) implements ElementModel {}

    /**
     * Embeddable values.
     *
     * @param value the class and its effective attributes
     */
    record Embeddable(EmbeddedValue value) implements ElementModel {}
}
