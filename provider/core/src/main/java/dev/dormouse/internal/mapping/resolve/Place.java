package dev.dormouse.internal.mapping.resolve;

import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.RawAttribute;

/**
 * Where an attribute stands while it is resolved.
 *
 * @param owner the entity; an embeddable that is resolved alone is its own
 * @param path the embedded attributes that lead from the owner to the class of the attribute
 * @param overrides what classes and attributes further out say about it
 */
record Place(ManagedClass owner, AttributePath path, Overrides overrides) {

    static Place of(ManagedClass owner) {
        Overrides overrides = Overrides.NONE;
        for (ManagedClass type : owner.lineage()) {
            overrides = overrides.under(Overrides.of(type.declaration().annotations()));
        }
        return new Place(owner, AttributePath.EMPTY, overrides);
    }

    /** Returns the place within the value of an embedded attribute, an element or a key. */
    Place within(RawAttribute attribute, Overrides inner) {
        return new Place(owner, path.child(attribute.name()), inner);
    }

    AttributePath pathOf(RawAttribute attribute) {
        return path.child(attribute.name());
    }

    /** Returns what stands on an attribute and what is said about it further out, which wins; names are relative to the attribute. */
    Overrides overridesOf(RawAttribute attribute) {
        return Overrides.of(attribute.annotations()).under(overrides.within(attribute.name()));
    }
}
