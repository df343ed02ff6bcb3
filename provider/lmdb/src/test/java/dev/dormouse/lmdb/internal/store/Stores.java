package dev.dormouse.lmdb.internal.store;

import dev.dormouse.store.Change;
import dev.dormouse.store.Store;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.TransactionOptions;
import dev.dormouse.store.catalog.SchemaChange;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.IndexPart;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.Field;
import dev.dormouse.store.type.RecordType;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opens stores and has a table for them. */
final class Stores {

    static final RecordType TYPE = new RecordType(List.of(
            new Field("id", BasicType.LONG, false),
            new Field("name", BasicType.STRING, true),
            new Field("code", BasicType.STRING, true),
            new Field("amount", BasicType.LONG, true)));

    private static final TableDefinition PLAIN = TableDefinition.of("ITEM", TYPE, "id");

    static final TableDefinition ITEM = PLAIN.withIndexes(List.of(
            new IndexDefinition(0, "by_name", List.of(new IndexPart(PLAIN.path("name"), false)), false),
            new IndexDefinition(0, "by_code", List.of(new IndexPart(PLAIN.path("code"), false)), true)));

    private Stores() {}

    static Store open(Path folder, String... settings) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            map.put(settings[i], settings[i + 1]);
        }
        return new LmdbStoreProvider().open("lmdb:" + folder, map);
    }

    /** Returns the table as the catalog has it, made where it is not there. */
    static TableDefinition item(Store store) {
        return store.catalog().table("ITEM").orElseGet(() -> store.change(List.of(new SchemaChange.CreateTable(ITEM)))
                .table("ITEM")
                .orElseThrow());
    }

    static Record record(long id, @Nullable String name) {
        return Record.of(id, name, "code " + id, id % 10);
    }

    static void insert(Store store, long id, @Nullable String name) {
        apply(store, new Change.Insert(item(store), record(id, name)));
    }

    static void apply(Store store, Change... changes) {
        try (StoreTransaction transaction = store.begin(TransactionOptions.DEFAULT)) {
            transaction.apply(List.of(changes));
            transaction.commit();
        }
    }

    static @Nullable Record find(Store store, long id) {
        try (StoreTransaction transaction = store.begin(TransactionOptions.DEFAULT)) {
            RecordView view = transaction.get(item(store), Key.of(id));
            return view == null ? null : view.copy();
        }
    }
}
