package dev.dormouse.internal.mapping.model;

import jakarta.persistence.CascadeType;
import jakarta.persistence.FetchType;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What associations of one and of many have in common.
 *
 * @param kind the multiplicity
 * @param target the name of the target entity
 * @param mapping where the references are kept, or on which side
 * @param cascade the operations that are passed on; {@code ALL} stands as its five members
 * @param fetch when the target is loaded
 * @param isOrphanRemoval whether a target that leaves the association is removed
 */
public record Association(
        AssociationKind kind,
        String target,
        AssociationMapping mapping,
        Set<CascadeType> cascade,
        FetchType fetch,
        boolean isOrphanRemoval) {

    public Association {
        Set<CascadeType> members = EnumSet.noneOf(CascadeType.class);
        members.addAll(cascade.contains(CascadeType.ALL) ? EnumSet.allOf(CascadeType.class) : cascade);
        members.remove(CascadeType.ALL);
        cascade = Collections.unmodifiableSet(members);
    }

    /** Returns whether this side owns the association, so that its state is what is written. */
    public boolean isOwning() {
        return !(mapping instanceof AssociationMapping.Inverse);
    }

    public boolean cascades(CascadeType operation) {
        return cascade.contains(operation);
    }
}
