package dev.dormouse.internal.layout.document;

import dev.dormouse.internal.enhance.ClassAccessor;
import dev.dormouse.internal.enhance.attribute.EnhancedFields;
import dev.dormouse.internal.layout.AssociationLocation;
import dev.dormouse.internal.layout.AttributeLocation;
import dev.dormouse.internal.layout.BasicLocation;
import dev.dormouse.internal.layout.EmbeddedLocation;
import dev.dormouse.internal.layout.Reference;
import dev.dormouse.internal.layout.ToOneLocation;
import dev.dormouse.internal.layout.transfer.AttributeTransfer;
import dev.dormouse.internal.layout.transfer.EmbeddableTransfer;
import dev.dormouse.internal.layout.transfer.EmbeddedTransfer;
import dev.dormouse.internal.layout.transfer.FieldTransfer;
import dev.dormouse.internal.layout.value.ValueConversion;
import dev.dormouse.internal.mapping.model.AttributeModel;
import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.model.BasicAttribute;
import dev.dormouse.internal.mapping.model.EmbeddedAttribute;
import dev.dormouse.internal.mapping.model.EmbeddedValue;
import dev.dormouse.internal.mapping.model.EntityModel;
import dev.dormouse.internal.mapping.model.IdModel;
import dev.dormouse.internal.mapping.model.IdPart;
import dev.dormouse.internal.mapping.model.ToOneAttribute;
import dev.dormouse.store.record.FieldPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Binds the id of an entity. */
final class IdBinder {

    private final Binder binder;
    private final DocumentEntityLayout layout;
    private final EntityModel model;
    private final TableFields table;
    private final AttributeBinder attributes;

    IdBinder(Binder binder, DocumentEntityLayout layout, TableFields table, AttributeBinder attributes) {
        this.binder = binder;
        this.layout = layout;
        this.model = layout.model();
        this.table = table;
        this.attributes = attributes;
    }

    DocumentIdLayout bind(List<AttributeTransfer> steps) {
        IdModel id = model.id();
        List<FieldPath> parts =
                id.parts().stream().map(p -> table.column(p.column().name())).toList();
        List<DocumentIdLayout.Derived> derived = derived();
        if (id instanceof IdModel.Simple simple) {
            ValueConversion conversion = binder.conversions().of(simple.part().value());
            int position =
                    isAssociation(simple.attribute()) ? -1 : model.attributes().position(simple.attribute());
            return new DocumentIdLayout(layout, parts, derived, new SimpleId(layout, conversion, position));
        }
        List<AttributeTransfer> own = new ArrayList<>();
        for (int i = 0; i < id.attributes().size(); i++) {
            if (!isAssociation(id.attributes().get(i))) {
                own.add(steps.get(i));
            }
        }
        EmbeddedValue value =
                id instanceof IdModel.Embedded embedded ? embedded.value() : ((IdModel.OfClass) id).value();
        EmbeddableTransfer object = object(value, AttributePath.EMPTY);
        return new DocumentIdLayout(layout, parts, derived, new CompositeId(layout, object, own));
    }

    private boolean isAssociation(String attribute) {
        return model.attributes().get(attribute) instanceof ToOneAttribute;
    }

    /** Binds the id object: each of its basic members lies in the key field of its part. */
    private EmbeddableTransfer object(EmbeddedValue value, AttributePath path) {
        ClassAccessor accessor = binder.accessor(value.className(), value.attributes());
        EnhancedFields.of(accessor.type(), value.attributes()); // refuses another format
        Map<String, AttributeLocation> members = new LinkedHashMap<>();
        List<AttributeTransfer> steps = new ArrayList<>();
        List<FieldPath> fields = new ArrayList<>();
        int position = 0;
        for (AttributeModel attribute : value.attributes()) {
            AttributePath at = path.child(attribute.name());
            if (attribute instanceof EmbeddedAttribute embedded) {
                EmbeddableTransfer nested = object(embedded.value(), at);
                members.put(attribute.name(), nested.location());
                fields.addAll(nested.location().fields());
                steps.add(new EmbeddedTransfer(accessor, position++, nested));
            } else {
                IdPart part = part(at);
                BasicLocation location = new BasicLocation(
                        table.column(part.column().name()),
                        binder.conversions().of(((BasicAttribute) attribute).value()),
                        true,
                        false);
                members.put(attribute.name(), location);
                fields.add(location.field());
                Class<?> type = binder.classes().of(attribute.type());
                steps.add(FieldTransfer.of(accessor, position++, location, type));
            }
        }
        return new EmbeddableTransfer(
                new EmbeddedLocation(value, accessor, null, Map.copyOf(members), fields), steps, false, null);
    }

    private IdPart part(AttributePath inId) {
        return model.id().parts().stream()
                .filter(p -> p.inId().equals(inId))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no part " + inId + " in the id of " + model.name()));
    }

    /** Finds the associations whose fields are key fields because the id is derived from them. */
    private List<DocumentIdLayout.Derived> derived() {
        List<DocumentIdLayout.Derived> derived = new ArrayList<>();
        List<FieldPath> key = table.table().primaryKey();
        for (AssociationLocation association : attributes.associations()) {
            if (association instanceof ToOneLocation toOne
                    && toOne.reference() instanceof Reference.InOwner reference
                    && (toOne.attribute().mapsId() != null
                            || (toOne.path().length() == 1
                                    && model.isId(toOne.path().last())))) {
                int[] positions =
                        reference.fields().stream().mapToInt(key::indexOf).toArray();
                derived.add(new DocumentIdLayout.Derived(toOne, positions));
            }
        }
        return derived;
    }
}
