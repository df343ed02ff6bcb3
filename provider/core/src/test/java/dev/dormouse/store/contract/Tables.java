package dev.dormouse.store.contract;

import dev.dormouse.store.record.ForeignKeyDefinition;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.IndexPart;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.Field;
import dev.dormouse.store.type.RecordType;
import dev.dormouse.store.type.StoreType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The tables of the suite. */
final class Tables {

    static final RecordType ADDRESS =
            new RecordType(List.of(field("city", BasicType.STRING), field("zip", BasicType.INTEGER)));

    /** (id, name unique, version, address, tags, note). */
    static final TableDefinition PERSON = withIndexes(
            TableDefinition.of(
                    "Person",
                    new RecordType(List.of(
                            required("id", BasicType.LONG),
                            field("name", BasicType.STRING),
                            field("version", BasicType.INTEGER),
                            field("address", ADDRESS),
                            field("tags", new ArrayType(BasicType.STRING)),
                            field("note", BasicType.STRING))),
                    "id"),
            "unique_name:name!",
            "by_city:address.city",
            "by_city_desc:address.city-,address.zip",
            "by_tag:tags",
            "by_note:note");

    /** (id, person refers to Person, amount). */
    static final TableDefinition ORDER = referring(
            TableDefinition.of(
                    "PersonOrder",
                    new RecordType(List.of(
                            required("id", BasicType.LONG),
                            field("person", BasicType.LONG),
                            field("amount", BasicType.DECIMAL))),
                    "id"),
            "order_person:person>Person.id");

    private Tables() {}

    static Field field(String name, StoreType type) {
        return new Field(name, type, true);
    }

    static Field required(String name, StoreType type) {
        return new Field(name, type, false);
    }

    /** Adds indexes, written {@code name:path,path-} with a minus for descending and a mark at the end for unique. */
    static TableDefinition withIndexes(TableDefinition table, String... texts) {
        List<IndexDefinition> indexes = new ArrayList<>(table.indexes());
        Arrays.stream(texts).map(text -> index(table, text)).forEach(indexes::add);
        return table.withIndexes(indexes);
    }

    static IndexDefinition index(TableDefinition table, String text) {
        boolean unique = text.endsWith("!");
        String[] halves = (unique ? text.substring(0, text.length() - 1) : text).split(":", 2);
        List<IndexPart> parts = Arrays.stream(halves[1].split(",", -1))
                .map(part -> part.endsWith("-")
                        ? new IndexPart(table.path(part.substring(0, part.length() - 1)), true)
                        : new IndexPart(table.path(part), false))
                .toList();
        return new IndexDefinition(0, halves[0], parts, unique);
    }

    /** Adds references, written {@code name:path,path>Target.path,path}. */
    static TableDefinition referring(TableDefinition table, String... texts) {
        List<ForeignKeyDefinition> foreignKeys = new ArrayList<>(table.foreignKeys());
        Arrays.stream(texts).map(text -> foreignKey(table, text)).forEach(foreignKeys::add);
        return table.withForeignKeys(foreignKeys);
    }

    static ForeignKeyDefinition foreignKey(TableDefinition table, String text) {
        String[] parts = text.split("[:>]", 3);
        String[] target = parts[2].split("\\.", 2);
        return new ForeignKeyDefinition(
                parts[0],
                Arrays.stream(parts[1].split(",", -1)).map(table::path).toList(),
                target[0],
                List.of(target[1].split(",", -1)));
    }
}
