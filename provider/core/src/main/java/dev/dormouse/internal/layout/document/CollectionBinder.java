package dev.dormouse.internal.layout.document;

import dev.dormouse.internal.enhance.ClassAccessor;
import dev.dormouse.internal.layout.BasicLocation;
import dev.dormouse.internal.layout.CollectionLocation;
import dev.dormouse.internal.layout.MapKeyLocation;
import dev.dormouse.internal.layout.Reference;
import dev.dormouse.internal.layout.ToManyLocation;
import dev.dormouse.internal.layout.ToOneLocation;
import dev.dormouse.internal.layout.transfer.ArrayOrder;
import dev.dormouse.internal.layout.transfer.ArrayTransfer;
import dev.dormouse.internal.layout.transfer.ElementCodec;
import dev.dormouse.internal.layout.transfer.ElementCodecs;
import dev.dormouse.internal.layout.transfer.EmbeddableTransfer;
import dev.dormouse.internal.mapping.model.Association;
import dev.dormouse.internal.mapping.model.AssociationKind;
import dev.dormouse.internal.mapping.model.AssociationMapping;
import dev.dormouse.internal.mapping.model.AttributeModel;
import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.model.BasicValue;
import dev.dormouse.internal.mapping.model.CollectionModel;
import dev.dormouse.internal.mapping.model.ColumnModel;
import dev.dormouse.internal.mapping.model.EmbeddedValue;
import dev.dormouse.internal.mapping.model.EntityModel;
import dev.dormouse.internal.mapping.model.MapKeyModel;
import dev.dormouse.internal.mapping.model.ToManyAttribute;
import dev.dormouse.internal.mapping.model.ToOneAttribute;
import dev.dormouse.store.record.FieldPath;
import jakarta.persistence.FetchType;
import java.util.List;
import java.util.Set;

/** Binds collections. */
final class CollectionBinder {

    private final AttributeBinder attributes;
    private final Binder binder;

    CollectionBinder(AttributeBinder attributes) {
        this.attributes = attributes;
        this.binder = attributes.binder();
    }

    /** A collection in an array. */
    record BoundArray(CollectionLocation location, ArrayTransfer transfer, ArrayOrder order) {}

    ToManyLocation toMany(Scope scope, ToManyAttribute attribute) {
        Reference reference = attributes.references().elsewhere(scope.entity(), attribute.association());
        TableFields fields = placeOf(attribute);
        CollectionModel collection = attribute.collection();
        ColumnModel position = collection.orderColumn();
        MapKeyModel key = collection.key();
        return new ToManyLocation(
                attribute,
                scope.path().child(attribute.name()),
                scope.describe(attribute.name()),
                binder.entity(attribute.target()),
                reference,
                position == null ? null : fields.column(position.name()),
                key == null ? null : mapKey(scope, fields, key));
    }

    /** Returns the table that has the position and the map key. */
    private TableFields placeOf(ToManyAttribute attribute) {
        AssociationMapping mapping = attribute.association().mapping();
        if (mapping instanceof AssociationMapping.Inverse inverse) {
            EntityModel target = binder.unit().entity(attribute.target());
            mapping = Mappings.of(target, inverse.mappedBy()).mapping();
        }
        return mapping instanceof AssociationMapping.JoinTable joinTable
                ? binder.table(joinTable.table())
                : binder.tableOf(attribute.target());
    }

    private MapKeyLocation mapKey(Scope scope, TableFields fields, MapKeyModel key) {
        if (key instanceof MapKeyModel.Basic basic) {
            return new MapKeyLocation.Stored(
                    location(basic.value(), fields.column(basic.column().name())));
        }
        if (key instanceof MapKeyModel.Embeddable embeddable) {
            Scope inner = new Scope(scope.entity(), fields, "", AttributePath.EMPTY, true);
            return new MapKeyLocation.Stored(
                    embeddable(inner, embeddable.value(), List.of()).location());
        }
        if (key instanceof MapKeyModel.Entity entity) {
            return new MapKeyLocation.Entity(
                    binder.entity(entity.target()), keyReference(fields, entity).fields());
        }
        return new MapKeyLocation.OfAttribute(((MapKeyModel.OfAttribute) key).path());
    }

    ReferenceBinder.ForeignKey keyReference(Fields fields, MapKeyModel.Entity key) {
        return attributes.references().foreignKey(fields, key.joinColumns(), binder.tableOf(key.target()));
    }

    BasicLocation location(BasicValue value, FieldPath field) {
        return new BasicLocation(field, binder.conversions().of(value), true, true);
    }

    /** Embeddables of elements and keys are bound apart: their paths are not those of the entity. */
    EmbeddableTransfer embeddable(Scope scope, EmbeddedValue value, List<String> names) {
        return new AttributeBinder(binder, 0).embeddable(scope, value, names);
    }

    BoundArray idArray(Scope scope, ClassAccessor accessor, int position, ToManyAttribute attribute) {
        FieldPath array = array(scope, attribute);
        DocumentEntityLayout target = binder.entity(attribute.target());
        AttributePath path = scope.path().child(attribute.name());
        String description = scope.describe(attribute.name());
        Reference.InArray reference = new Reference.InArray(
                array, binder.table(scope.entity().table()).index(List.of(array)));
        ToManyLocation location = new ToManyLocation(attribute, path, description, target, reference, null, null);
        ToOneLocation element = reference(
                attribute,
                path,
                description,
                new TargetFields(target, List.of(array), target.table().primaryKey()));
        ElementCodec codec = new ElementCodecs.Keys(location, element);
        return new BoundArray(
                location, new ArrayTransfer(accessor, position, location, array, codec), new ArrayOrder());
    }

    record TargetFields(DocumentEntityLayout target, List<FieldPath> fields, List<FieldPath> referred) {}

    /** An entity in a collection is referred to as by an association to one with the fetch type of the collection. */
    static ToOneLocation reference(
            AttributeModel attribute, AttributePath path, String description, TargetFields fields) {
        Association association = new Association(
                AssociationKind.MANY_TO_ONE,
                fields.target.model().name(),
                new AssociationMapping.ForeignKey(List.of()),
                Set.of(),
                attribute.isLazy() ? FetchType.LAZY : FetchType.EAGER,
                false);
        return new ToOneLocation(
                new ToOneAttribute(attribute.member(), association, false, null),
                path,
                description,
                fields.target,
                new Reference.InOwner(fields.fields, fields.referred, true, null, true, true));
    }

    FieldPath array(Scope scope, AttributeModel attribute) {
        return scope.fields()
                .at(binder.drafts()
                        .placeOf(scope.draft(), attribute, scope.path().child(attribute.name())));
    }
}
