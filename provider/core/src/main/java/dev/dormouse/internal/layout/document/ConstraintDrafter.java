package dev.dormouse.internal.layout.document;

import dev.dormouse.internal.mapping.model.Association;
import dev.dormouse.internal.mapping.model.AssociationKind;
import dev.dormouse.internal.mapping.model.AssociationMapping;
import dev.dormouse.internal.mapping.model.AttributeModel;
import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.model.BasicAttribute;
import dev.dormouse.internal.mapping.model.ColumnModel;
import dev.dormouse.internal.mapping.model.DatabaseName;
import dev.dormouse.internal.mapping.model.EmbeddedAttribute;
import dev.dormouse.internal.mapping.model.EntityModel;
import dev.dormouse.internal.mapping.model.IndexModel;
import dev.dormouse.internal.mapping.model.JoinColumnModel;
import dev.dormouse.internal.mapping.model.MapKeyModel;
import dev.dormouse.internal.mapping.model.TableModel;
import dev.dormouse.internal.mapping.model.ToManyAttribute;
import dev.dormouse.internal.mapping.model.ToOneAttribute;
import dev.dormouse.internal.mapping.model.UniqueConstraintModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Drafts unique constraints, declared indexes, references and the indexes that serve them; every column has its place by now. */
final class ConstraintDrafter {

    private final Drafts drafts;

    ConstraintDrafter(Drafts drafts) {
        this.drafts = drafts;
    }

    void declared(TableModel model) {
        TableDraft table = drafts.table(model);
        for (UniqueConstraintModel unique : model.uniqueConstraints()) {
            String name = unique.name().text();
            table.index(name, rising(table.paths(unique.columns(), name)), true);
        }
        for (IndexModel index : model.indexes()) {
            String name = index.name().text();
            List<DatabaseName> columns =
                    index.columns().stream().map(IndexModel.IndexedColumn::name).toList();
            List<List<String>> paths = table.paths(columns, name);
            if (paths.size() == columns.size()) {
                List<TableDraft.Part> parts = new ArrayList<>();
                for (int i = 0; i < paths.size(); i++) {
                    parts.add(new TableDraft.Part(
                            paths.get(i), index.columns().get(i).isDescending()));
                }
                table.index(name, parts, index.isUnique());
            }
        }
    }

    /** Drafts the unique columns of an attribute. */
    void uniqueColumns(Site site, AttributeModel attribute) {
        if (attribute instanceof BasicAttribute basic) {
            unique(site.table(), site.column(basic));
        } else if (attribute instanceof EmbeddedAttribute embedded) {
            Site inner = site.within(attribute.name(), attribute.name());
            embedded.value().attributes().forEach(a -> uniqueColumns(inner, a));
        } else if (attribute instanceof ToOneAttribute toOne
                && toOne.association().mapping() instanceof AssociationMapping.ForeignKey mapping) {
            mapping.columns().forEach(join -> unique(site.table(), join.column()));
        }
    }

    private static void unique(TableDraft table, ColumnModel column) {
        Optional<ColumnDraft> draft = table.column(column.name());
        if (column.isUnique()
                && draft.isPresent()
                && !table.key().equals(List.of(draft.get().path()))) {
            table.index(
                    "UK_" + table.name() + "_" + column.name().text(),
                    rising(List.of(draft.get().path())),
                    true);
        }
    }

    /** Drafts the references of an attribute. */
    void references(EntityModel owner, AttributeModel attribute) {
        if (attribute instanceof EmbeddedAttribute embedded) {
            embedded.value().attributes().forEach(a -> references(owner, a));
        } else if (attribute instanceof ToOneAttribute toOne) {
            AssociationMapping mapping = toOne.association().mapping();
            if (mapping instanceof AssociationMapping.ForeignKey foreignKey) {
                reference(drafts.table(owner.table()), foreignKey.columns(), drafts.tableOf(toOne.target()));
            } else if (mapping instanceof AssociationMapping.JoinTable joinTable) {
                joinTable(owner, toOne.association(), joinTable);
            }
        } else if (attribute instanceof ToManyAttribute toMany) {
            toMany(owner, toMany);
        }
    }

    private void toMany(EntityModel owner, ToManyAttribute attribute) {
        AssociationMapping mapping = attribute.association().mapping();
        TableDraft place = drafts.tableOf(attribute.target());
        if (mapping instanceof AssociationMapping.ForeignKey foreignKey) {
            reference(place, foreignKey.columns(), drafts.table(owner.table()));
        } else if (mapping instanceof AssociationMapping.JoinTable joinTable) {
            joinTable(owner, attribute.association(), joinTable);
            place = drafts.table(joinTable.table());
        } else if (mapping instanceof AssociationMapping.IdArray) {
            TableDraft table = drafts.table(owner.table());
            List<String> array = drafts.placeOf(table.name(), attribute, AttributePath.of(attribute.name()));
            table.index("IX_" + table.name() + "_" + attribute.name(), rising(List.of(array)), false);
        } else if (mapping instanceof AssociationMapping.Inverse inverse) {
            EntityModel target = drafts.unit().entity(attribute.target());
            if (Mappings.of(target, inverse.mappedBy()).mapping() instanceof AssociationMapping.JoinTable joinTable) {
                place = drafts.table(joinTable.table());
            }
        }
        if (attribute.collection().key() instanceof MapKeyModel.Entity key) {
            reference(place, key.joinColumns(), drafts.tableOf(key.target()));
        }
    }

    private void joinTable(EntityModel owner, Association association, AssociationMapping.JoinTable mapping) {
        TableDraft table = drafts.table(mapping.table());
        reference(table, mapping.joinColumns(), drafts.table(owner.table()));
        if (association.kind() == AssociationKind.ONE_TO_MANY || association.kind() == AssociationKind.ONE_TO_ONE) {
            List<DatabaseName> names = mapping.inverseJoinColumns().stream()
                    .map(JoinColumnModel::name)
                    .toList();
            List<List<String>> paths = table.paths(names, association.target());
            table.index("UK_" + table.name() + "_" + TableDraft.last(paths), rising(paths), true);
        }
        reference(table, mapping.inverseJoinColumns(), drafts.tableOf(association.target()));
    }

    private void reference(TableDraft table, List<JoinColumnModel> columns, TableDraft target) {
        List<DatabaseName> referring =
                columns.stream().map(JoinColumnModel::name).toList();
        List<DatabaseName> referred =
                columns.stream().map(JoinColumnModel::referencedColumn).toList();
        List<List<String>> paths = table.paths(referring, "join column");
        List<List<String>> targetPaths = target.paths(referred, "join column of " + table.name());
        if (paths.size() != targetPaths.size()) {
            return;
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            order.add(i);
        }
        boolean isKey =
                target.key().size() == targetPaths.size() && target.key().containsAll(targetPaths);
        if (isKey) {
            order.sort(Comparator.comparing(i -> target.key().indexOf(targetPaths.get(i))));
        } else {
            target.index("UK_" + target.name() + "_" + TableDraft.last(targetPaths), rising(targetPaths), true);
        }
        List<List<String>> ordered = order.stream().map(paths::get).toList();
        table.reference(ordered, target, order.stream().map(targetPaths::get).toList());
        table.referringIndex("IX_" + table.name() + "_" + TableDraft.last(ordered), ordered);
    }

    private static List<TableDraft.Part> rising(List<List<String>> paths) {
        return paths.stream().map(p -> new TableDraft.Part(p, false)).toList();
    }
}
