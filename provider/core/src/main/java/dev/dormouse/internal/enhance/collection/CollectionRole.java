package dev.dormouse.internal.enhance.collection;

/** What a collection needs to know of the attribute that it is the value of. Immutable, thread-safe. */
public interface CollectionRole {

    /** Returns the attribute as messages name it, such as {@code Order.items}. */
    String description();

    /** Returns whether elements are entities: they are then told apart by identity, else by {@code equals}. */
    boolean holdsEntities();

    /** Returns whether the position of an element is stored, so that another order is a change. */
    boolean isOrdered();

    /** Returns whether an added element may wait until the flush without the others being loaded. */
    boolean mayQueueAdditions();
}
