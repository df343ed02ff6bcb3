package dev.dormouse.internal.mapping.model;

import jakarta.persistence.FetchType;
import org.jspecify.annotations.Nullable;

/**
 * A {@code @OneToOne} or {@code @ManyToOne} association.
 *
 * @param member where the state is
 * @param association target and mapping
 * @param isOptional whether it may be null; false where it is, or determines, an id
 * @param mapsId the id attribute that takes its value from this association ({@code @MapsId}) as a path from the entity: {@code id} or
 *     {@code key.customer}; null where there is none
 */
public record ToOneAttribute(
        MemberModel member, Association association, boolean isOptional, @Nullable AttributePath mapsId)
        implements AttributeModel {

    @Override
    public boolean isLazy() {
        return association.fetch() == FetchType.LAZY;
    }

    public String target() {
        return association.target();
    }
}
