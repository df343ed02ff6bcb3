package dev.dormouse.internal.enhance.collection;

/** A collection or map that belongs to an entity. */
public interface PersistentCollection {

    /** Returns what the provider knows about the collection, without loading it. */
    CollectionState dormouseState();
}
