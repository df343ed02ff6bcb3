package dev.dormouse.internal.layout.document;

import dev.dormouse.internal.mapping.model.Association;
import dev.dormouse.internal.mapping.model.AssociationKind;
import dev.dormouse.internal.mapping.model.AssociationMapping;
import dev.dormouse.internal.mapping.model.AttributeModel;
import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.model.BasicAttribute;
import dev.dormouse.internal.mapping.model.ColumnModel;
import dev.dormouse.internal.mapping.model.DatabaseName;
import dev.dormouse.internal.mapping.model.ElementCollectionAttribute;
import dev.dormouse.internal.mapping.model.ElementModel;
import dev.dormouse.internal.mapping.model.EmbeddedAttribute;
import dev.dormouse.internal.mapping.model.EmbeddedValue;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
            if (toOne.association().kind() == AssociationKind.ONE_TO_ONE) {
                uniqueReference(site.table(), mapping.columns());
            }
        }
    }

    /** No two entities refer one to one to the same third (sections 2.10.1 and 2.10.3.1). */
    private static void uniqueReference(TableDraft table, List<JoinColumnModel> columns) {
        List<List<String>> paths =
                table.paths(columns.stream().map(JoinColumnModel::name).toList(), "join column");
        if (!table.key().containsAll(paths) || !paths.containsAll(table.key())) {
            table.index("UK_" + table.name() + "_" + TableDraft.last(paths), rising(paths), true);
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

    /** Drafts the references of an attribute of an entity. */
    void references(EntityModel owner, AttributeModel attribute) {
        references(owner, attribute, AttributePath.of(attribute.name()));
    }

    private void references(EntityModel owner, AttributeModel attribute, AttributePath path) {
        if (attribute instanceof EmbeddedAttribute embedded) {
            embedded.value().attributes().forEach(a -> references(owner, a, path.child(a.name())));
        } else if (attribute instanceof ElementCollectionAttribute elements) {
            elements(owner, elements, path);
        } else if (attribute instanceof ToOneAttribute toOne) {
            AssociationMapping mapping = toOne.association().mapping();
            if (mapping instanceof AssociationMapping.ForeignKey foreignKey) {
                TableDraft table = drafts.table(owner.table());
                reference(table, table, List.of(), foreignKey.columns(), drafts.tableOf(toOne.target()));
            } else if (mapping instanceof AssociationMapping.JoinTable joinTable) {
                joinTable(owner, toOne.association(), joinTable);
            }
        } else if (attribute instanceof ToManyAttribute toMany) {
            toMany(owner, toMany);
        }
    }

    /** Drafts the references of the elements, which lie in the array of their owner's record. */
    private void elements(EntityModel owner, ElementCollectionAttribute attribute, AttributePath path) {
        TableDraft table = drafts.table(owner.table());
        TableDraft element = drafts.elementsOf(table.name(), attribute, path);
        if (element == null) {
            return;
        }
        List<String> array = drafts.placeOf(table.name(), attribute, path);
        if (attribute.collection().key() instanceof MapKeyModel.Entity key) {
            reference(table, element, array, key.joinColumns(), drafts.tableOf(key.target()));
        } else if (attribute.collection().key() instanceof MapKeyModel.Embeddable key) {
            inElement(table, element, array, key.value());
        }
        if (attribute.element() instanceof ElementModel.Embeddable value) {
            inElement(table, element, array, value.value());
        }
    }

    private void inElement(TableDraft table, TableDraft element, List<String> array, EmbeddedValue value) {
        for (AttributeModel attribute : value.attributes()) {
            if (attribute instanceof EmbeddedAttribute embedded) {
                inElement(table, element, array, embedded.value());
            } else if (attribute instanceof ToOneAttribute toOne
                    && toOne.association().mapping() instanceof AssociationMapping.ForeignKey foreignKey) {
                reference(table, element, array, foreignKey.columns(), drafts.tableOf(toOne.target()));
            }
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
            reference(
                    table,
                    array.get(0),
                    List.of(array),
                    place,
                    List.of(place.key().get(0)));
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
        mapping.joinColumns().forEach(join -> unique(table, join.column()));
        mapping.inverseJoinColumns().forEach(join -> unique(table, join.column()));
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

    private static void reference(TableDraft table, List<JoinColumnModel> columns, TableDraft target) {
        reference(table, table, List.of(), columns, target);
    }

    /** Drafts a reference whose columns are in a table, or in the elements of an array of it. */
    private static void reference(
            TableDraft table, TableDraft place, List<String> array, List<JoinColumnModel> columns, TableDraft target) {
        List<DatabaseName> referring =
                columns.stream().map(JoinColumnModel::name).toList();
        List<DatabaseName> referred =
                columns.stream().map(JoinColumnModel::referencedColumn).toList();
        List<List<String>> paths = place.paths(referring, "join column").stream()
                .map(path -> Stream.concat(array.stream(), path.stream()).toList())
                .toList();
        List<List<String>> targetPaths = target.paths(referred, "join column of " + table.name());
        if (paths.size() == targetPaths.size()) {
            String label = Stream.concat(array.stream(), Stream.of(TableDraft.last(paths)))
                    .collect(Collectors.joining("_"));
            reference(table, label, paths, target, targetPaths);
        }
    }

    private static void reference(
            TableDraft table,
            String label,
            List<List<String>> paths,
            TableDraft target,
            List<List<String>> targetPaths) {
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
        table.reference(
                label, ordered, target, order.stream().map(targetPaths::get).toList());
        table.referringIndex("IX_" + table.name() + "_" + label, ordered);
    }

    private static List<TableDraft.Part> rising(List<List<String>> paths) {
        return paths.stream().map(p -> new TableDraft.Part(p, false)).toList();
    }
}
