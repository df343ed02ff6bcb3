package dev.dormouse.internal.mapping.model;

import jakarta.persistence.FetchType;

/**
 * A {@code @OneToMany} or {@code @ManyToMany} association.
 *
 * @param member where the state is
 * @param association target and mapping
 * @param collection the kind of collection, its order and keys
 */
public record ToManyAttribute(MemberModel member, Association association, CollectionModel collection)
        implements AttributeModel {

    @Override
    public boolean isLazy() {
        return association.fetch() == FetchType.LAZY;
    }

    public String target() {
        return association.target();
    }
}
