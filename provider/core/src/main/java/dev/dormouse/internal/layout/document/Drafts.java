package dev.dormouse.internal.layout.document;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.internal.layout.LayoutMessages;
import dev.dormouse.internal.layout.value.ValueConversions;
import dev.dormouse.internal.mapping.model.AttributeModel;
import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.model.BasicAttribute;
import dev.dormouse.internal.mapping.model.BasicKind;
import dev.dormouse.internal.mapping.model.BasicValue;
import dev.dormouse.internal.mapping.model.ColumnModel;
import dev.dormouse.internal.mapping.model.DatabaseName;
import dev.dormouse.internal.mapping.model.EntityModel;
import dev.dormouse.internal.mapping.model.JoinColumnModel;
import dev.dormouse.internal.mapping.model.PersistenceUnitModel;
import dev.dormouse.internal.mapping.model.TableModel;
import dev.dormouse.store.record.DocumentForm;
import dev.dormouse.store.type.Limit;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tables of a unit being drafted, and where in them the nested records and arrays of each attribute are. */
final class Drafts {

    private final PersistenceUnitModel unit;
    private final ValueConversions conversions;
    private final FailureCollector all;
    private FailureCollector failures;
    private final Map<String, TableDraft> tables = new LinkedHashMap<>();
    private final Map<Place, List<String>> places = new HashMap<>();
    private final Map<Place, TableDraft> elements = new HashMap<>();

    /** An attribute as the subclass that declares it and its path from the entity; siblings may use a path twice. */
    private record Place(String table, String declaringClass, AttributePath path) {}

    Drafts(PersistenceUnitModel unit, ValueConversions conversions, FailureCollector failures) {
        this.unit = unit;
        this.conversions = conversions;
        this.all = failures;
        this.failures = failures;
    }

    /** Lets failures from here on be those of an entity. */
    void enter(EntityModel entity) {
        failures = failuresOf(all, entity);
    }

    /** Lets failures from here on be those of nobody in particular. */
    void leave() {
        failures = all;
    }

    static FailureCollector failuresOf(FailureCollector all, EntityModel entity) {
        return all.at("entity '" + entity.className() + "'");
    }

    /** Returns how many failures there are. */
    int failureCount() {
        return all.count();
    }

    PersistenceUnitModel unit() {
        return unit;
    }

    ValueConversions conversions() {
        return conversions;
    }

    /** Returns where failures are added now. */
    FailureCollector failures() {
        return failures;
    }

    Collection<TableDraft> tables() {
        return tables.values();
    }

    /** Returns the name under which a store knows a table: schemas are no more than a part of it. */
    static String name(TableModel table) {
        StringBuilder name = new StringBuilder();
        if (table.catalog() != null) {
            name.append(table.catalog().text()).append('.');
        }
        if (table.schema() != null) {
            name.append(table.schema().text()).append('.');
        }
        return name.append(table.name().text()).toString();
    }

    TableDraft table(TableModel table) {
        String name = name(table);
        return tables.computeIfAbsent(name.toUpperCase(Locale.ROOT), folded -> new TableDraft(name, this::failures));
    }

    boolean hasTable(TableModel table) {
        return tables.containsKey(name(table).toUpperCase(Locale.ROOT));
    }

    TableDraft tableOf(String entity) {
        return table(unit.entity(entity).table());
    }

    void place(TableDraft table, AttributeModel attribute, AttributePath path, List<String> names) {
        places.put(new Place(table.name(), attribute.declaringClass(), path), List.copyOf(names));
    }

    /** Returns the names that lead to the nested record or array of an attribute. */
    List<String> placeOf(String table, AttributeModel attribute, AttributePath path) {
        List<String> names = places.get(new Place(table, attribute.declaringClass(), path));
        if (names == null) {
            throw new AssertionError("not placed: " + path + " in " + table);
        }
        return names;
    }

    void elements(TableDraft table, AttributeModel attribute, AttributePath path, TableDraft element) {
        elements.put(new Place(table.name(), attribute.declaringClass(), path), element);
    }

    /** Returns the draft of the elements of a collection, null where they are basic values themselves. */
    @Nullable
    TableDraft elementsOf(String table, AttributeModel attribute, AttributePath path) {
        return elements.get(new Place(table, attribute.declaringClass(), path));
    }

    /** Places a column that holds values, and tells how a store of documents is to keep them. */
    ColumnDraft column(TableDraft table, List<String> place, ColumnModel column, BasicValue value, boolean isNullable) {
        return column(table, place, column.name(), value, isNullable, limit(column, value));
    }

    private ColumnDraft column(
            TableDraft table,
            List<String> place,
            DatabaseName name,
            BasicValue value,
            boolean isNullable,
            @Nullable Limit limit) {
        ColumnDraft column = table.column(place, name, conversions.of(value).storeType(), isNullable, limit);
        form(table, column.path(), value);
        return column;
    }

    /** Returns how long the stored values of a column may be. */
    Limit limit(ColumnModel column, BasicValue value) {
        return ColumnLimit.of(column, conversions.of(value).storeType());
    }

    /** Places a column that refers to a basic attribute of an entity, whose path may lead through associations; what it refers to is within its own limit. */
    ColumnDraft column(
            TableDraft table, List<String> place, JoinColumnModel join, EntityModel referenced, boolean isNullable) {
        AttributeModel found = unit.find(referenced, join.referencedAttribute()).orElse(null);
        if (!(found instanceof BasicAttribute basic)) {
            throw new AssertionError("no basic attribute " + join.referencedAttribute() + " in " + referenced.name());
        }
        return column(table, place, join.name(), basic.value(), isNullable, null);
    }

    /** Tells how a store of documents is to keep the values of a field or an array. */
    void form(TableDraft table, List<String> path, BasicValue value) {
        if (value.storedKind() == BasicKind.OBJECT_ID) {
            table.form(path, DocumentForm.OBJECT_ID);
        }
    }

    void refuse(String what, String where, String remedy) {
        failures.add(LayoutMessages.NOT_SUPPORTED, what, where, remedy);
    }
}
