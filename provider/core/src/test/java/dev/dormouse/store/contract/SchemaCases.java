package dev.dormouse.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.store.Change;
import dev.dormouse.store.ConstraintViolationException;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.catalog.Catalog;
import dev.dormouse.store.catalog.SchemaChange;
import dev.dormouse.store.plan.Access;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.Field;
import dev.dormouse.store.type.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The schema changes whole or not at all, also while others read and write. */
abstract class SchemaCases extends ContractCase {

    private static TableDefinition wider(TableDefinition table, Field... more) {
        List<Field> fields = new ArrayList<>(table.type().fields());
        fields.addAll(List.of(more));
        return table.withType(new RecordType(fields), Map.of());
    }

    @Test
    void namesAreFoundWhateverTheirCase() {
        TableDefinition table = create(Tables.PERSON);
        Catalog catalog = store.catalog();
        assertThat(catalog.table("PERSON")).contains(table);
        assertThat(catalog.table("person")).contains(table);
        assertThat(table.name()).isEqualTo("Person");
        assertThat(catalog.version()).isPositive();
        assertThatThrownBy(() -> create(Tables.PERSON))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("DORM0711");
        assertThat(store.catalog().version()).isEqualTo(catalog.version());
    }

    @Test
    void everyReferenceGetsAnIndex() {
        create(Tables.PERSON);
        TableDefinition order = create(Tables.ORDER);
        assertThat(order.indexes()).hasSize(1);
        assertThat(order.indexes().get(0).parts().get(0).path()).isEqualTo(order.path("person"));
    }

    @Test
    void aListOfChangesIsAllOrNothing() {
        create(Tables.PERSON);
        assertThatThrownBy(() -> store.change(List.of(
                        new SchemaChange.CreateTable(Tables.ORDER),
                        new SchemaChange.CreateIndex("Person", Tables.index(Tables.PERSON, "by_version:version")),
                        new SchemaChange.DropTable("Missing"))))
                .isInstanceOf(StoreException.class);
        assertThat(store.catalog().table("PersonOrder")).isEmpty();
        assertThat(store.catalog().table("Person").orElseThrow().index("by_version"))
                .isEmpty();
    }

    @Test
    void aWiderTableKeepsItsRecords() {
        TableDefinition table = create(Tables.PERSON);
        commit(insert(table, 1L, "ada", 1, Record.of("Rome", 1), null, null));
        TableDefinition wider = store.change(
                        List.of(new SchemaChange.WidenTable(wider(table, Tables.field("age", BasicType.INTEGER)))))
                .table("Person")
                .orElseThrow();
        assertThat(wider.id()).isEqualTo(table.id());
        assertThat(wider.indexes()).isEqualTo(table.indexes());
        assertThat(Objects.requireNonNull(committed(wider, 1L)).get(wider.path("age")))
                .isNull();
        commit(set(wider, 1L, "age", 36), insert(wider, 2L, "bob", 1, null, null, null, 20));
        assertThat(Objects.requireNonNull(committed(wider, 1L)).get(wider.path("age")))
                .isEqualTo(36);
        assertThat(Objects.requireNonNull(committed(wider, 1L)).get(wider.path("address.city")))
                .isEqualTo("Rome");
        TableDefinition indexed = store.change(
                        List.of(new SchemaChange.CreateIndex("Person", Tables.index(wider, "by_age:age-"))))
                .table("Person")
                .orElseThrow();
        try (StoreTransaction transaction = begin()) {
            assertThat(scan(transaction, indexed, Scans.index(Scans.index(indexed, "by_age"), Access.Range.ALL, false))
                            .firsts())
                    .containsExactly(1L, 2L);
        }
    }

    @Test
    void aNestedRecordIsWidenedToo() {
        TableDefinition table = create(Tables.PERSON);
        commit(insert(table, 1L, "ada", 1, Record.of("Rome", 1), null, null));
        List<Field> fields = new ArrayList<>(table.type().fields());
        fields.set(
                3,
                Tables.field(
                        "address",
                        new RecordType(List.of(
                                Tables.ADDRESS.fields().get(0),
                                Tables.ADDRESS.fields().get(1),
                                Tables.field("street", BasicType.STRING)))));
        TableDefinition wider = store.change(
                        List.of(new SchemaChange.WidenTable(table.withType(new RecordType(fields), Map.of()))))
                .table("Person")
                .orElseThrow();
        commit(set(wider, 1L, "address.street", "Via Appia"));
        assertThat(Objects.requireNonNull(committed(wider, 1L)).value(3)).isEqualTo(Record.of("Rome", 1, "Via Appia"));
    }

    @Test
    void aTableIsNeverNarrowed() {
        TableDefinition table = create(Tables.PERSON);
        commit(insert(table, 1L, "ada"));
        TableDefinition narrower =
                table.withType(new RecordType(table.type().fields().subList(0, 5)), Map.of());
        assertThatThrownBy(() -> store.change(List.of(new SchemaChange.WidenTable(narrower))))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("DORM0712");
        assertThatThrownBy(() -> store.change(
                        List.of(new SchemaChange.WidenTable(wider(table, Tables.required("must", BasicType.INTEGER))))))
                .isInstanceOf(ConstraintViolationException.class)
                .hasMessageContaining("DORM0716");
    }

    @Test
    void definitionsThatContradictThemselvesAreRefused() {
        RecordType type = new RecordType(List.of(
                Tables.field("id", BasicType.LONG),
                Tables.required("k", BasicType.LONG),
                Tables.field("a", Tables.ADDRESS)));
        assertThatThrownBy(() -> create(TableDefinition.of("Nullable", type, "id")))
                .hasMessageContaining("DORM0712");
        assertThatThrownBy(() -> create(TableDefinition.of("NoKey", type))).hasMessageContaining("DORM0712");
        TableDefinition table = TableDefinition.of("Bad", type, "k");
        assertThatThrownBy(() -> create(Tables.withIndexes(table, "nested:a"))).hasMessageContaining("DORM0712");
        assertThatThrownBy(() -> create(Tables.referring(table, "nowhere:k>Missing.id")))
                .hasMessageContaining("DORM0703");
        create(Tables.PERSON);
        assertThatThrownBy(() -> create(Tables.referring(table, "untyped:k>Person.name")))
                .hasMessageContaining("DORM0712");
        assertThatThrownBy(() -> create(Tables.referring(table, "not_unique:k>Person.version")))
                .hasMessageContaining("DORM0712");
        assertThat(store.catalog().tables()).hasSize(1);
    }

    @Test
    void aDroppedTableIsGoneAndItsNumberWithIt() {
        TableDefinition table = create(Tables.PERSON);
        create(Tables.ORDER);
        commit(insert(table, 1L, "ada"));
        assertThatThrownBy(() -> store.change(List.of(new SchemaChange.DropTable("Person"))))
                .hasMessageContaining("DORM0715");
        StoreTransaction writing = begin();
        writing.apply(List.of(set(table, 1L, "name", "too late")));
        if (writesAreExclusive()) {
            assertRefusedWhileInUse(new SchemaChange.DropTable("PersonOrder"), new SchemaChange.DropTable("Person"));
            writing.rollback();
        }
        store.change(List.of(new SchemaChange.DropTable("PersonOrder"), new SchemaChange.DropTable("Person")));
        TableDefinition again = create(Tables.PERSON);
        assertThat(again.id()).isNotEqualTo(table.id());
        assertThat(all(again)).isEmpty();
        StoreTransaction late = writesAreExclusive() ? begin() : writing;
        assertThatThrownBy(() -> {
                    late.apply(List.of(set(table, 1L, "name", "too late")));
                    late.commit();
                })
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("DORM0703");
        late.close();
    }

    /** A table whose records a transaction of the same thread holds does not change; nothing waits for ever. */
    private void assertRefusedWhileInUse(SchemaChange... changes) {
        long version = store.catalog().version();
        assertThatThrownBy(() -> store.change(List.of(changes))).isInstanceOf(StoreException.class);
        assertThat(store.catalog().version()).isEqualTo(version);
    }

    @Test
    void aRenamedTableKeepsItsNumberRecordsIndexesAndReferences() {
        TableDefinition table = create(Tables.PERSON);
        TableDefinition order = create(Tables.ORDER);
        commit(insert(table, 1L, "ada", 1, Record.of("Rome", 1), null, null));
        assertThatThrownBy(() -> store.change(List.of(new SchemaChange.RenameTable("Person", "personorder"))))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("DORM0711");
        assertThatThrownBy(() -> store.change(List.of(new SchemaChange.RenameTable("Nobody", "Somebody"))))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("DORM0703");
        store.change(List.of(new SchemaChange.RenameTable("Person", "Human")));

        TableDefinition human = store.catalog().table("Human").orElseThrow();
        assertThat(store.catalog().table("Person")).isEmpty();
        assertThat(human.id()).isEqualTo(table.id());
        assertThat(human.indexes()).isEqualTo(table.indexes());
        commit(set(human, 1L, "name", "eva"), insert(order, 1L, 1L, null));
        assertThatThrownBy(() -> commit(insert(order, 2L, 2L, null))).isInstanceOf(ConstraintViolationException.class);
        assertThatThrownBy(() -> commit(insert(human, 3L, "eva"))).isInstanceOf(ConstraintViolationException.class);
        assertThatThrownBy(() -> store.change(List.of(new SchemaChange.DropTable("Human"))))
                .hasMessageContaining("DORM0715");
        TableDefinition fresh = create(Tables.PERSON);
        assertThat(fresh.id()).isNotEqualTo(human.id());
        assertThat(all(fresh)).isEmpty();
        assertThat(all(human)).extracting(person -> person.value(1)).containsExactly("eva");
    }

    @Test
    void tablesMakeRoomForEachOthersNames() {
        TableDefinition person = create(Tables.PERSON);
        TableDefinition order = create(Tables.ORDER);
        commit(insert(person, 1L, "ada"), insert(order, 7L, 1L, null));
        store.change(List.of(
                new SchemaChange.RenameTable("PersonOrder", "Oldest"),
                new SchemaChange.RenameTable("Person", "PersonOrder"),
                new SchemaChange.CreateTable(Tables.PERSON)));
        assertThat(all(store.catalog().table("Oldest").orElseThrow()))
                .extracting(r -> r.value(0))
                .containsExactly(7L);
        assertThat(all(store.catalog().table("PersonOrder").orElseThrow()))
                .extracting(r -> r.value(1))
                .containsExactly("ada");
        assertThat(all(store.catalog().table("Person").orElseThrow())).isEmpty();
    }

    @Test
    void aTableHasOneIdForEverAndNoOtherHasIt() {
        Map<String, String> first = Map.of(TableDefinition.STORE_ID, "5ea37a1e-5bd0-4df0-a4e0-6f0b4f0bb201");
        Map<String, String> second = Map.of(TableDefinition.STORE_ID, "5ea37a1e-5bd0-4df0-a4e0-6f0b4f0bb202");
        TableDefinition person = create(Tables.PERSON.withOptions(first));
        assertThat(store.catalog().table(person.storeId().orElseThrow())).contains(person);
        for (SchemaChange refused : List.of(
                new SchemaChange.CreateTable(Tables.ORDER.withOptions(first)),
                new SchemaChange.WidenTable(person.withOptions(second)),
                new SchemaChange.WidenTable(person.withOptions(Map.of())))) {
            assertThatThrownBy(() -> store.change(List.of(refused)))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("DORM0712")
                    .hasMessageContaining("5ea37a1e-5bd0-4df0-a4e0-6f0b4f0bb201");
        }
    }

    @Test
    void truncateEmptiesATable() {
        TableDefinition table = create(Tables.PERSON);
        commit(insert(table, 1L, "ada"), insert(table, 2L, "bob"));
        store.change(List.of(new SchemaChange.TruncateTable("Person")));
        assertThat(all(table)).isEmpty();
        commit(insert(table, 1L, "ada"));
        assertThat(all(table)).hasSize(1);
    }

    @Test
    void aCommitDerivesItsEntriesFromTheNewestCatalog() {
        TableDefinition table = create(Tables.PERSON);
        commit(insert(table, 1L, "ada", 7));
        try (StoreTransaction transaction = begin()) {
            transaction.apply(List.of(set(table, 1L, "version", 8), insert(table, 2L, "bob", 9)));
            SchemaChange create = new SchemaChange.CreateIndex("Person", Tables.index(table, "by_version:version-"));
            if (writesAreExclusive()) {
                assertRefusedWhileInUse(create);
                transaction.commit();
            }
            TableDefinition indexed =
                    store.change(List.of(create)).table("Person").orElseThrow();
            if (transaction.isActive()) {
                transaction.commit();
            }
            try (StoreTransaction reader = begin()) {
                assertThat(scan(
                                        reader,
                                        indexed,
                                        Scans.index(Scans.index(indexed, "by_version"), Access.Range.ALL, false))
                                .firsts())
                        .containsExactly(2L, 1L);
            }
        }
    }

    @Test
    void aCommitMeetsAUniqueIndexThatIsNew() {
        TableDefinition table = create(Tables.PERSON);
        commit(insert(table, 1L, "ada", 7));
        try (StoreTransaction transaction = begin()) {
            transaction.apply(List.of(insert(table, 2L, "bob", 7)));
            SchemaChange create =
                    new SchemaChange.CreateIndex("Person", Tables.index(table, "unique_version:version!"));
            if (writesAreExclusive()) {
                assertRefusedWhileInUse(create);
                return;
            }
            store.change(List.of(create));
            assertThatThrownBy(transaction::commit).isInstanceOf(ConstraintViolationException.class);
        }
    }

    @Test
    void indexesComeAndGoUnderLoad() {
        TableDefinition table = create(Tables.PERSON);
        AtomicBoolean stop = new AtomicBoolean();
        AtomicLong ids = new AtomicLong();
        CompletableFuture<?>[] writers = new CompletableFuture<?>[3];
        for (int i = 0; i < writers.length; i++) {
            writers[i] = CompletableFuture.runAsync(() -> {
                while (!stop.get() && ids.get() < 3000) {
                    long id = ids.incrementAndGet();
                    Change[] changes = id % 3 == 0
                            ? new Change[] {insert(table, id, "n" + id, (int) (id % 17)), delete(table, id)}
                            : new Change[] {insert(table, id, "n" + id, (int) (id % 17)), set(table, id, "note", "x")};
                    commit(changes);
                    if (id % 5 == 0 && id % 3 != 0) {
                        commit(set(table, id, "version", 99));
                    }
                }
            });
        }
        for (int round = 0; round < 10; round++) {
            store.change(
                    List.of(new SchemaChange.CreateIndex("Person", Tables.index(table, "under_load:version,name-"))));
            assertThat(store.check().problems()).isEmpty();
            store.change(List.of(new SchemaChange.DropIndex("Person", "under_load")));
        }
        store.change(List.of(new SchemaChange.CreateIndex("Person", Tables.index(table, "under_load:version,name-"))));
        stop.set(true);
        CompletableFuture.allOf(writers).join();
        assertThat(store.check().problems()).isEmpty();
    }
}
