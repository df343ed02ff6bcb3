package dev.dormouse.internal.layout.document;

import dev.dormouse.internal.enhance.ClassAccessor;
import dev.dormouse.internal.enhance.attribute.EmbeddedPlace;
import dev.dormouse.internal.enhance.attribute.EnhancedFields;
import dev.dormouse.internal.layout.AssociationLocation;
import dev.dormouse.internal.layout.AttributeLocation;
import dev.dormouse.internal.layout.BasicLocation;
import dev.dormouse.internal.layout.EmbeddedLocation;
import dev.dormouse.internal.layout.Reference;
import dev.dormouse.internal.layout.ToManyLocation;
import dev.dormouse.internal.layout.ToOneLocation;
import dev.dormouse.internal.layout.transfer.AttributeTransfer;
import dev.dormouse.internal.layout.transfer.ElsewhereTransfers;
import dev.dormouse.internal.layout.transfer.EmbeddableTransfer;
import dev.dormouse.internal.layout.transfer.EmbeddedTransfer;
import dev.dormouse.internal.layout.transfer.FieldTransfer;
import dev.dormouse.internal.layout.transfer.ToOneTransfer;
import dev.dormouse.internal.layout.transfer.TransferPlan;
import dev.dormouse.internal.mapping.model.AssociationMapping;
import dev.dormouse.internal.mapping.model.AttributeModel;
import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.model.BasicAttribute;
import dev.dormouse.internal.mapping.model.ColumnModel;
import dev.dormouse.internal.mapping.model.ElementCollectionAttribute;
import dev.dormouse.internal.mapping.model.EmbeddedAttribute;
import dev.dormouse.internal.mapping.model.EmbeddedValue;
import dev.dormouse.internal.mapping.model.JoinColumnModel;
import dev.dormouse.internal.mapping.model.ToManyAttribute;
import dev.dormouse.internal.mapping.model.ToOneAttribute;
import dev.dormouse.store.record.FieldPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Binds attributes one by one, and remembers where they are and which of them are associations and arrays. */
final class AttributeBinder {

    private final Binder binder;
    private final ReferenceBinder references;
    private final Map<AttributePath, AttributeLocation> locations = new LinkedHashMap<>();
    private final List<AssociationLocation> associations = new ArrayList<>();
    private final Map<AttributePath, TransferPlan.Elements> arrays = new LinkedHashMap<>();

    /** The number of the next attribute of an embeddable. */
    private int next;

    /**
     * Makes the binder of an entity, or of an element or key.
     *
     * @param first the number of the first attribute that lies in an embeddable
     */
    AttributeBinder(Binder binder, int first) {
        this.binder = binder;
        this.next = first;
        this.references = new ReferenceBinder(binder);
    }

    Binder binder() {
        return binder;
    }

    ReferenceBinder references() {
        return references;
    }

    Map<AttributePath, AttributeLocation> locations() {
        return locations;
    }

    List<AssociationLocation> associations() {
        return associations;
    }

    Map<AttributePath, TransferPlan.Elements> arrays() {
        return arrays;
    }

    Bound bind(Scope scope, ClassAccessor accessor, int position, AttributeModel attribute) {
        Bound bound = bindOne(scope, accessor, position, attribute);
        locations.put(scope.path().child(attribute.name()), bound.location());
        if (bound.location() instanceof AssociationLocation association) {
            associations.add(association);
        }
        return bound;
    }

    private Bound bindOne(Scope scope, ClassAccessor accessor, int position, AttributeModel attribute) {
        if (attribute instanceof BasicAttribute basic) {
            return basic(scope, accessor, position, basic);
        }
        if (attribute instanceof EmbeddedAttribute embedded) {
            EmbeddableTransfer transfer = embedded(scope, embedded);
            return new Bound(transfer.location(), new EmbeddedTransfer(accessor, position, transfer));
        }
        if (attribute instanceof ToOneAttribute toOne) {
            return toOne(scope, accessor, position, toOne);
        }
        if (attribute instanceof ToManyAttribute toMany) {
            return toMany(scope, accessor, position, toMany);
        }
        CollectionBinder.BoundArray array =
                new ElementBinder(this).bind(scope, accessor, position, (ElementCollectionAttribute) attribute);
        arrays.put(array.location().path(), new TransferPlan.Elements(array.transfer(), array.order()));
        return new Bound(array.location(), array.transfer());
    }

    private Bound basic(Scope scope, ClassAccessor accessor, int position, BasicAttribute attribute) {
        ColumnModel column = scope.column(attribute);
        boolean isId = scope.isId(attribute);
        BasicLocation location = new BasicLocation(
                scope.fields().column(column.name()),
                binder.conversions().of(attribute.value()),
                isId || column.isInsertable(),
                !isId && column.isUpdatable());
        Class<?> type = binder.classes().of(attribute.type());
        FieldTransfer transfer = FieldTransfer.of(accessor, position, location, type);
        return new Bound(location, transfer.lazily(attribute.isLazy()));
    }

    private EmbeddableTransfer embedded(Scope scope, EmbeddedAttribute attribute) {
        Scope inner = scope.within(attribute.name());
        List<String> names = binder.drafts().placeOf(scope.draft(), attribute, inner.path());
        return embeddable(inner, attribute.value(), names);
    }

    /** Binds an embeddable whose nested record is at these names; none for an element that is the record itself. */
    EmbeddableTransfer embeddable(Scope scope, EmbeddedValue value, List<String> names) {
        ClassAccessor accessor = binder.accessor(value.className(), value.attributes());
        Map<String, AttributeLocation> members = new LinkedHashMap<>();
        List<AttributeTransfer> steps = new ArrayList<>();
        List<FieldPath> fields = new ArrayList<>();
        EmbeddedPlace place = place(scope, accessor, value);
        int position = 0;
        boolean isUpdatable = value.attributes().size() == 0;
        for (AttributeModel attribute : value.attributes()) {
            Bound bound = bind(scope, accessor, position++, attribute);
            members.put(attribute.name(), bound.location());
            steps.add(bound.transfer());
            isUpdatable |= collect(bound.location(), fields);
        }
        boolean isTogether =
                !names.isEmpty() && (fields.isEmpty() || fields.stream().anyMatch(f -> startsWith(f.names(), names)));
        EmbeddedLocation location = new EmbeddedLocation(
                value, accessor, isTogether ? scope.fields().at(names) : null, Map.copyOf(members), fields);
        return new EmbeddableTransfer(location, steps, isUpdatable, place);
    }

    private EmbeddedPlace place(Scope scope, ClassAccessor accessor, EmbeddedValue value) {
        int first = next;
        next += value.attributes().size();
        EnhancedFields told = EnhancedFields.of(accessor.type(), value.attributes());
        return new EmbeddedPlace(scope.entity().name(), scope.path(), first, told);
    }

    private static boolean startsWith(List<String> names, List<String> beginning) {
        return names.size() > beginning.size()
                && names.subList(0, beginning.size()).equals(beginning);
    }

    /** Adds the fields of a location, and tells whether an update may write one of them. */
    private static boolean collect(AttributeLocation location, List<FieldPath> fields) {
        if (location instanceof BasicLocation basic) {
            fields.add(basic.field());
            return basic.isUpdatable();
        }
        if (location instanceof EmbeddedLocation embedded) {
            fields.addAll(embedded.fields());
            return embedded.members().values().stream().anyMatch(m -> collect(m, new ArrayList<>()));
        }
        if (location instanceof ToOneLocation toOne && toOne.reference() instanceof Reference.InOwner reference) {
            fields.addAll(reference.fields());
            return reference.isUpdatable();
        }
        return location instanceof AssociationLocation;
    }

    private Bound toOne(Scope scope, ClassAccessor accessor, int position, ToOneAttribute attribute) {
        AttributePath path = scope.path().child(attribute.name());
        DocumentEntityLayout target = binder.entity(attribute.target());
        String description = scope.describe(attribute.name());
        if (!(attribute.association().mapping() instanceof AssociationMapping.ForeignKey mapping)) {
            Reference reference = references.elsewhere(scope.entity(), attribute.association());
            ToOneLocation location = new ToOneLocation(attribute, path, description, target, reference);
            return new Bound(location, new ElsewhereTransfers.ToOne(accessor, position, location));
        }
        TableFields targetTable = binder.tableOf(attribute.target());
        ReferenceBinder.ForeignKey key = references.foreignKey(scope.fields(), mapping.columns(), targetTable);
        Reference.InOwner reference =
                references.inOwner(scope.fields(), binder.table(scope.entity().table()), key);
        ToOneLocation location = new ToOneLocation(attribute, path, description, target, reference);
        boolean isOfKey = scope.path().isEmpty() && scope.entity().isId(attribute.name());
        boolean[] isInsertable =
                flags(key.columns(), join -> isOfKey || join.column().isInsertable());
        boolean[] isUpdatable = flags(
                key.columns(),
                join -> !isKeyColumn(scope, join) && join.column().isUpdatable());
        return new Bound(location, new ToOneTransfer(accessor, position, location, isInsertable, isUpdatable));
    }

    /** The column of an association in the key, or one that the key has anyway, never changes. */
    private static boolean isKeyColumn(Scope scope, JoinColumnModel join) {
        return !scope.isElement()
                && scope.entity().id().parts().stream()
                        .anyMatch(part -> part.column().name().matches(join.name()));
    }

    private static boolean[] flags(List<JoinColumnModel> columns, Predicate<JoinColumnModel> condition) {
        boolean[] flags = new boolean[columns.size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = condition.test(columns.get(i));
        }
        return flags;
    }

    private Bound toMany(Scope scope, ClassAccessor accessor, int position, ToManyAttribute attribute) {
        CollectionBinder collections = new CollectionBinder(this);
        if (attribute.association().mapping() instanceof AssociationMapping.IdArray) {
            CollectionBinder.BoundArray array = collections.idArray(scope, accessor, position, attribute);
            arrays.put(array.location().path(), new TransferPlan.Elements(array.transfer(), array.order()));
            return new Bound(array.location(), array.transfer());
        }
        ToManyLocation location = collections.toMany(scope, attribute);
        return new Bound(location, new ElsewhereTransfers.ToMany(accessor, position, location));
    }
}
