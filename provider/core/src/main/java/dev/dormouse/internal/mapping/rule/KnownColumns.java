package dev.dormouse.internal.mapping.rule;

import dev.dormouse.internal.mapping.model.AssociationMapping;
import dev.dormouse.internal.mapping.model.AttributeModel;
import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.model.Attributes;
import dev.dormouse.internal.mapping.model.CollectionModel;
import dev.dormouse.internal.mapping.model.ColumnModel;
import dev.dormouse.internal.mapping.model.DatabaseName;
import dev.dormouse.internal.mapping.model.ElementCollectionAttribute;
import dev.dormouse.internal.mapping.model.ElementModel;
import dev.dormouse.internal.mapping.model.EmbeddedAttribute;
import dev.dormouse.internal.mapping.model.EntityModel;
import dev.dormouse.internal.mapping.model.MapKeyModel;
import dev.dormouse.internal.mapping.model.PersistenceUnitModel;
import dev.dormouse.internal.mapping.model.TableModel;
import dev.dormouse.internal.mapping.model.ToManyAttribute;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A table with all columns that the unit maps in it. Those that other entities keep in it are looked for when one is missing, since all entities have to be asked. */
final class KnownColumns {

    private final TableModel table;
    private final Map<String, DatabaseName> columns = new LinkedHashMap<>();
    private List<Attributes> others = List.of();
    private List<String> names = List.of();

    private KnownColumns(TableModel table) {
        this.table = table;
    }

    /** Returns the tables with indexes or constraints that an entity defines: its own if it is a root, collection and join tables. */
    static List<KnownColumns> tablesOf(EntityModel entity, PersistenceUnitModel unit) {
        List<KnownColumns> tables = new ArrayList<>();
        if (entity.isRoot() && isConstrained(entity.table())) {
            tables.add(ownTable(entity, unit));
        }
        addTables(entity.attributes(), tables);
        return tables;
    }

    private static boolean isConstrained(TableModel table) {
        return !table.indexes().isEmpty() || !table.uniqueConstraints().isEmpty();
    }

    TableModel table() {
        return table;
    }

    boolean has(DatabaseName column) {
        return knows(column) || (!others.isEmpty() && complete().knows(column));
    }

    private boolean knows(DatabaseName column) {
        DatabaseName found = columns.get(column.folded());
        return found != null
                || columns.values().stream()
                        .anyMatch(known -> known.text().equalsIgnoreCase(column.text())
                                && !known.delimited()
                                && !column.delimited());
    }

    private KnownColumns complete() {
        others.forEach(attributes -> addForeign(attributes, names));
        others = List.of();
        return this;
    }

    String name() {
        return table.name().text();
    }

    /** Returns the names of the columns, for messages. */
    String list() {
        return complete().columns.values().stream().map(DatabaseName::text).collect(Collectors.joining(", "));
    }

    private static KnownColumns ownTable(EntityModel root, PersistenceUnitModel unit) {
        KnownColumns own = new KnownColumns(root.table());
        List<EntityModel> hierarchy = unit.withSubEntities(root);
        hierarchy.forEach(entity -> TableColumns.of(entity).forEach(mapped -> own.add(mapped.column())));
        own.names = hierarchy.stream().map(EntityModel::name).toList();
        own.others =
                unit.entities().values().stream().map(EntityModel::attributes).toList();
        return own;
    }

    /** Other entities keep references, positions and keys of their collections in this table. */
    private void addForeign(Attributes attributes, List<String> targets) {
        for (AttributeModel attribute : attributes) {
            if (attribute instanceof EmbeddedAttribute embedded) {
                addForeign(embedded.value().attributes(), targets);
            } else if (attribute instanceof ToManyAttribute toMany
                    && targets.contains(toMany.target())
                    && !(toMany.association().mapping() instanceof AssociationMapping.JoinTable)) {
                if (toMany.association().mapping() instanceof AssociationMapping.ForeignKey key) {
                    key.columns().forEach(column -> add(column.column()));
                }
                add(toMany.collection());
            }
        }
    }

    private static void addTables(Attributes attributes, List<KnownColumns> tables) {
        for (AttributeModel attribute : attributes) {
            if (attribute instanceof EmbeddedAttribute embedded) {
                addTables(embedded.value().attributes(), tables);
            } else if (attribute instanceof ElementCollectionAttribute elements
                    && isConstrained(elements.table().table())) {
                tables.add(collectionTable(elements));
            } else if (attribute instanceof ToManyAttribute toMany
                    && toMany.association().mapping() instanceof AssociationMapping.JoinTable join
                    && isConstrained(join.table())) {
                KnownColumns table = new KnownColumns(join.table());
                join.joinColumns().forEach(column -> table.add(column.column()));
                join.inverseJoinColumns().forEach(column -> table.add(column.column()));
                table.add(toMany.collection());
                tables.add(table);
            }
        }
    }

    private static KnownColumns collectionTable(ElementCollectionAttribute elements) {
        KnownColumns table = new KnownColumns(elements.table().table());
        elements.table().joinColumns().forEach(column -> table.add(column.column()));
        if (elements.element() instanceof ElementModel.Basic basic) {
            table.add(basic.column());
        } else if (elements.element() instanceof ElementModel.Embeddable embeddable) {
            table.addAll(embeddable.value().attributes());
        }
        table.add(elements.collection());
        return table;
    }

    private void add(CollectionModel collection) {
        ColumnModel order = collection.orderColumn();
        if (order != null) {
            add(order);
        }
        if (collection.key() instanceof MapKeyModel.Basic basic) {
            add(basic.column());
        } else if (collection.key() instanceof MapKeyModel.Embeddable embeddable) {
            addAll(embeddable.value().attributes());
        } else if (collection.key() instanceof MapKeyModel.Entity entity) {
            entity.joinColumns().forEach(column -> add(column.column()));
        }
    }

    private void addAll(Attributes attributes) {
        List<TableColumns.Mapped> mapped = new ArrayList<>();
        TableColumns.collect(attributes, AttributePath.EMPTY, mapped);
        mapped.forEach(column -> add(column.column()));
    }

    private void add(ColumnModel column) {
        columns.put(column.name().folded(), column.name());
    }
}
