package dev.dormouse.internal.layout.document;

import dev.dormouse.internal.layout.Reference;
import dev.dormouse.internal.mapping.model.Association;
import dev.dormouse.internal.mapping.model.AssociationMapping;
import dev.dormouse.internal.mapping.model.EntityModel;
import dev.dormouse.internal.mapping.model.JoinColumnModel;
import dev.dormouse.store.record.FieldPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Binds the places in which associations are kept. */
final class ReferenceBinder {

    private final Binder binder;

    ReferenceBinder(Binder binder) {
        this.binder = binder;
    }

    /**
     * A foreign key, in the order of the key that it refers to.
     *
     * @param columns the columns in that order
     * @param fields the referring fields
     * @param referred the fields referred to
     * @param refersToKey whether these are the primary key
     */
    record ForeignKey(
            List<JoinColumnModel> columns, List<FieldPath> fields, List<FieldPath> referred, boolean refersToKey) {}

    ForeignKey foreignKey(Fields from, List<JoinColumnModel> columns, TableFields to) {
        List<FieldPath> key = to.table().primaryKey();
        List<JoinColumnModel> ordered = new ArrayList<>(columns);
        List<FieldPath> unordered = referred(columns, to);
        boolean refersToKey = unordered.size() == key.size() && key.containsAll(unordered);
        if (refersToKey) {
            ordered.sort(Comparator.comparing(join -> key.indexOf(to.column(join.referencedColumn()))));
        }
        List<FieldPath> fields =
                ordered.stream().map(join -> from.column(join.name())).toList();
        return new ForeignKey(ordered, fields, referred(ordered, to), refersToKey);
    }

    private static List<FieldPath> referred(List<JoinColumnModel> columns, TableFields to) {
        return columns.stream().map(join -> to.column(join.referencedColumn())).toList();
    }

    /**
     * Binds a reference by foreign key in the owner's record.
     *
     * @param fields the fields of the record: of the owner's table, or of an element
     * @param table the owner's table; its indexes do not serve elements
     */
    Reference.InOwner inOwner(Fields fields, TableFields table, ForeignKey key) {
        return new Reference.InOwner(
                key.fields,
                key.referred,
                key.refersToKey,
                fields == table ? table.index(key.fields) : null,
                key.columns.stream().anyMatch(join -> join.column().isInsertable()),
                key.columns.stream().anyMatch(join -> join.column().isUpdatable()));
    }

    /** Binds a reference that is not in the owner's record. */
    Reference elsewhere(EntityModel owner, Association association) {
        TableFields ownerTable = binder.table(owner.table());
        TableFields targetTable = binder.tableOf(association.target());
        AssociationMapping mapping = association.mapping();
        if (mapping instanceof AssociationMapping.ForeignKey foreignKey) {
            boolean isWritten = foreignKey.columns().stream()
                    .anyMatch(join ->
                            join.column().isInsertable() || join.column().isUpdatable());
            return inTarget(foreignKey, ownerTable, targetTable, isWritten);
        }
        if (mapping instanceof AssociationMapping.JoinTable joinTable) {
            return joinTable(joinTable, ownerTable, targetTable);
        }
        if (!(mapping instanceof AssociationMapping.Inverse inverse)) {
            throw new AssertionError("lies in the owner: " + mapping);
        }
        EntityModel target = binder.unit().entity(association.target());
        AssociationMapping owning = Mappings.of(target, inverse.mappedBy()).mapping();
        if (owning instanceof AssociationMapping.ForeignKey foreignKey) {
            return inTarget(foreignKey, ownerTable, targetTable, false);
        }
        return inverted(joinTable((AssociationMapping.JoinTable) owning, targetTable, ownerTable));
    }

    private Reference inTarget(
            AssociationMapping.ForeignKey mapping, TableFields owner, TableFields target, boolean isOwning) {
        ForeignKey key = foreignKey(target, mapping.columns(), owner);
        return new Reference.InTarget(key.fields, key.referred, key.refersToKey, target.index(key.fields), isOwning);
    }

    private Reference.InJoinTable joinTable(
            AssociationMapping.JoinTable mapping, TableFields owner, TableFields target) {
        TableFields table = binder.table(mapping.table());
        ForeignKey toOwner = foreignKey(table, mapping.joinColumns(), owner);
        ForeignKey toTarget = foreignKey(table, mapping.inverseJoinColumns(), target);
        return new Reference.InJoinTable(
                table.table(),
                toOwner.fields,
                toOwner.referred,
                table.index(toOwner.fields),
                toTarget.fields,
                toTarget.referred,
                table.index(toTarget.fields),
                true);
    }

    @SuppressWarnings("ArgumentSelectionDefectChecker") // Swapping the sides is what it does.
    private static Reference inverted(Reference.InJoinTable table) {
        return new Reference.InJoinTable(
                table.table(),
                table.fieldsToTarget(),
                table.targetFields(),
                table.targetIndex(),
                table.fieldsToOwner(),
                table.ownerFields(),
                table.ownerIndex(),
                false);
    }
}
