package dev.dormouse.internal.mapping.model;

import jakarta.persistence.FetchType;

/**
 * An {@code @ElementCollection} of basic or embeddable values.
 *
 * @param member where the state is
 * @param element what the elements are
 * @param table the collection table with the columns that refer to the owner
 * @param collection the kind of collection, its order and keys
 * @param fetch when the elements are loaded
 * @param isSubDocument whether a store of documents keeps a map as a sub-document ({@link dev.dormouse.annotation.StoredAs})
 */
public record ElementCollectionAttribute(
        MemberModel member,
        ElementModel element,
        CollectionTableModel table,
        CollectionModel collection,
        FetchType fetch,
        boolean isSubDocument)
        implements AttributeModel {

    @Override
    public boolean isLazy() {
        return fetch == FetchType.LAZY;
    }
}
