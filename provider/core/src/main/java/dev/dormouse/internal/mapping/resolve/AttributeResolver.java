package dev.dormouse.internal.mapping.resolve;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.internal.mapping.model.AttributeModel;
import dev.dormouse.internal.mapping.model.Attributes;
import dev.dormouse.internal.mapping.model.BasicAttribute;
import dev.dormouse.internal.mapping.model.EmbeddedAttribute;
import dev.dormouse.internal.mapping.model.EmbeddedValue;
import dev.dormouse.internal.mapping.raw.AttributeKind;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import java.util.ArrayList;
import java.util.List;

/** Resolves attributes of all kinds; the kinds that need much have a resolver of their own. */
final class AttributeResolver {

    private final BasicResolver basics;
    private final WholeClasses whole;
    private final IdResolver ids;
    private final AssociationResolver associations;
    private final ElementCollectionResolver elementCollections;

    AttributeResolver(BasicResolver basics, TableResolver tables, WholeClasses whole, FailureCollector failures) {
        this.basics = basics;
        this.whole = whole;
        this.ids = new IdResolver(this, whole, failures);
        JoinColumnResolver joinColumns = new JoinColumnResolver(ids, basics, failures);
        CollectionResolver collections = new CollectionResolver(this, basics, ids, joinColumns);
        this.associations = new AssociationResolver(joinColumns, tables, collections, ids, failures);
        this.elementCollections =
                new ElementCollectionResolver(this, basics, tables, joinColumns, collections, failures);
    }

    IdResolver ids() {
        return ids;
    }

    /** Throws {@link Unresolved} for a class in which a rule has found a failure. */
    void requireWhole(ManagedClass type) {
        whole.require(type);
    }

    AssociationResolver associations() {
        return associations;
    }

    AttributeModel attribute(RawAttribute attribute, Place place) {
        AttributeKind kind = attribute.kind().orElseThrow(() -> new Unresolved(attribute.name()));
        return switch (kind) {
            case BASIC -> basics.attribute(attribute, place);
            case EMBEDDED -> embedded(attribute, place);
            case TO_ONE -> associations.toOne(attribute, place);
            case TO_MANY -> associations.toMany(attribute, place);
            case ELEMENT_COLLECTION -> elementCollections.attribute(attribute, place);
        };
    }

    BasicAttribute basic(RawAttribute attribute, Place place) {
        return basics.attribute(attribute, place);
    }

    EmbeddedAttribute embedded(RawAttribute attribute, Place place) {
        ManagedClass embeddable =
                attribute.embeddable(attribute.type()).orElseThrow(() -> new Unresolved(attribute.name()));
        return new EmbeddedAttribute(
                attribute.model(), embedded(embeddable, place.within(attribute, place.overridesOf(attribute))));
    }

    /** Resolves an embeddable class in a place. */
    EmbeddedValue embedded(ManagedClass embeddable, Place place) {
        List<AttributeModel> attributes = new ArrayList<>();
        for (RawAttribute inner : embeddable.attributes()) {
            attributes.add(attribute(inner, place));
        }
        return new EmbeddedValue(embeddable.name(), embeddable.declaration().isRecord(), new Attributes(attributes));
    }
}
