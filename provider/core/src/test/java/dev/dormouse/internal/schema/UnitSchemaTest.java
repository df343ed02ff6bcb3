package dev.dormouse.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dormouse.internal.layout.BasicLocation;
import dev.dormouse.internal.layout.document.Units;
import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.memory.MemoryStoreProvider;
import dev.dormouse.store.Change;
import dev.dormouse.store.Store;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.TransactionOptions;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.Field;
import dev.dormouse.store.type.Limit;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.SchemaValidationException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UnitSchemaTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Store store = new MemoryStoreProvider().open("memory:schema-" + NUMBER.incrementAndGet(), Map.of());

    @AfterEach
    void close() {
        store.close();
    }

    private UnitSchema schema(Class<?>... classes) {
        return new UnitSchema(store, Units.layout(classes));
    }

    private UnitSchema first() {
        return schema(Generations.First.class, Generations.FirstHome.class);
    }

    private UnitSchema second() {
        return schema(Generations.Second.class, Generations.SecondHome.class, Generations.Team.class);
    }

    private TableDefinition table(String name) {
        return store.catalog().table(name).orElseThrow();
    }

    private void insert(TableDefinition table, Record record) {
        try (StoreTransaction transaction = store.begin(TransactionOptions.DEFAULT)) {
            transaction.apply(List.of(new Change.Insert(table, record)));
            transaction.commit();
        }
    }

    @Test
    void updateCreatesWhatIsMissingOnceOnly() throws SchemaValidationException {
        first().apply(SchemaAction.UPDATE);
        assertThat(store.catalog().tables().keySet()).containsExactlyInAnyOrder("PERSON", "IDS");
        assertThat(store.catalog().sequence("IDS.ids")).isPresent();
        assertThat(store.take("IDS.ids", 1)).isEqualTo(10);
        long version = store.catalog().version();
        first().apply(SchemaAction.UPDATE);
        assertThat(store.catalog().version()).isEqualTo(version);
        first().validate();
    }

    @Test
    void aLimitIsOnlyEverWidened() throws SchemaValidationException {
        schema(Generations.Narrow.class).apply(SchemaAction.UPDATE);
        assertThat(limits()).containsExactly(Limit.NONE, Limit.length(5), Limit.digits(2, 2), Limit.length(3));
        schema(Generations.Wide.class).apply(SchemaAction.UPDATE);
        assertThat(limits()).containsExactly(Limit.NONE, Limit.length(9), Limit.digits(2, 4), Limit.NONE);
        long version = store.catalog().version();
        schema(Generations.Narrow.class).apply(SchemaAction.UPDATE);
        schema(Generations.Narrow.class).validate();
        assertThat(store.catalog().version()).isEqualTo(version);
    }

    @Test
    void validateTellsColumnsThatAreNarrowerThanTheMapping() {
        schema(Generations.Narrow.class).apply(SchemaAction.UPDATE);
        SchemaValidationException failure =
                catchThrowableOfType(SchemaValidationException.class, () -> schema(Generations.Wide.class)
                        .validate());
        assertThat(failure.getFailures())
                .extracting(Exception::getMessage)
                .allSatisfy(text -> assertThat(text).contains("DORM0762"))
                .satisfiesExactlyInAnyOrder(
                        text -> assertThat(text).contains("LIMITED.name").contains("at most 5 ", "at most 9 "),
                        text -> assertThat(text).contains("LIMITED.price").contains("4 digits behind"),
                        text -> assertThat(text).contains("LIMITED.words").contains("at most 3 ", "any value"));
    }

    private List<Limit> limits() {
        return table("LIMITED").type().fields().stream().map(Field::limit).toList();
    }

    @Test
    void aTableTakesOverHowItsRecordsAreStored() {
        first().apply(SchemaAction.UPDATE);
        assertThat(table("PERSON").options()).isEmpty();
        schema(Generations.Compressed.class).apply(SchemaAction.UPDATE);
        assertThat(table("PERSON").options()).isEqualTo(Map.of("compression", "zstd"));
        long version = store.catalog().version();
        first().apply(SchemaAction.UPDATE);
        assertThat(store.catalog().version()).isEqualTo(version);
    }

    @Test
    void nothingIsNothing() {
        first().apply(SchemaAction.NONE);
        assertThat(store.catalog().tables()).isEmpty();
    }

    @Test
    void updateWidensAndLosesNothing() throws SchemaValidationException {
        first().apply(SchemaAction.UPDATE);
        TableDefinition before = table("PERSON");
        insert(before, Record.of(1L, "Ann", Record.of("Main"), List.of(Record.of("Side"))));

        second().apply(SchemaAction.UPDATE);

        TableDefinition after = table("PERSON");
        assertThat(after.type())
                .hasToString("{id LONG, name STRING, home {street STRING, city STRING}, "
                        + "earlier {street STRING, city STRING}[], age INTEGER, team_id INTEGER}");
        assertThat(after.indexes())
                .extracting(IndexDefinition::name)
                .containsExactlyInAnyOrder("UK_Person_name", "BY_NAME", "IX_Person_team_id");
        assertThat(after.foreignKeys()).hasSize(1);
        try (StoreTransaction transaction = store.begin(TransactionOptions.DEFAULT)) {
            var view = java.util.Objects.requireNonNull(transaction.get(after, Key.of(1L)));
            assertThat(view.getString(after.path("home.street"))).isEqualTo("Main");
            assertThat(view.isNull(after.path("age"))).isTrue();
        }
        second().validate();
        first().validate();
        assertThat(store.check().problems()).isEmpty();
    }

    @Test
    void whatRecordsForbidIsRefusedWhole() {
        first().apply(SchemaAction.UPDATE);
        insert(table("PERSON"), Record.of(1L, "Ann"));
        insert(table("PERSON"), Record.of(2L, "Ann"));
        assertThatThrownBy(() -> second().apply(SchemaAction.UPDATE))
                .isInstanceOf(PersistenceException.class)
                .hasMessageContaining("DORM0758")
                .hasMessageContaining("UK_Person_name");
        assertThat(store.catalog().table("Team")).isEmpty();
    }

    @Test
    void anotherTypeIsAConflict() {
        first().apply(SchemaAction.UPDATE);
        assertThatThrownBy(() -> schema(Generations.Retyped.class).apply(SchemaAction.UPDATE))
                .isInstanceOf(PersistenceException.class)
                .hasMessageContaining("DORM0755")
                .hasMessageContaining("PERSON.name")
                .hasMessageContaining("STRING")
                .hasMessageContaining("INTEGER");
    }

    @Test
    void anotherKeyIsAConflict() {
        first().apply(SchemaAction.UPDATE);
        assertThatThrownBy(() -> schema(Generations.Rekeyed.class).apply(SchemaAction.UPDATE))
                .isInstanceOf(PersistenceException.class)
                .hasMessageContaining("DORM0757");
    }

    @Test
    void aColumnIsFoundWhereTheTableKeepsIt() {
        first().apply(SchemaAction.UPDATE);
        long version = store.catalog().version();
        schema(Generations.Flat.class).apply(SchemaAction.UPDATE);
        assertThat(store.catalog().version()).isEqualTo(version);
        BasicLocation road = (BasicLocation) Units.layout(Generations.Flat.class)
                .bind(store.catalog())
                .entity("Person")
                .location(AttributePath.of("road"));
        assertThat(road.field()).hasToString("home.street");
    }

    @Test
    void validateTellsEveryDifference() {
        first().apply(SchemaAction.UPDATE);
        SchemaValidationException failure =
                catchThrowableOfType(SchemaValidationException.class, () -> second().validate());
        assertThat(failure.getFailures())
                .extracting(Exception::getMessage)
                .anySatisfy(text -> assertThat(text).contains("DORM0750").contains("Team"))
                .anySatisfy(text -> assertThat(text).contains("DORM0751").contains("age"))
                .anySatisfy(text -> assertThat(text).contains("DORM0751").contains("home.city"))
                .anySatisfy(text -> assertThat(text).contains("DORM0752").contains("UK_Person_name"))
                .anySatisfy(text -> assertThat(text).contains("DORM0753").contains("FK_Person_team_id"));
        assertThatCode(() -> first().validate()).doesNotThrowAnyException();
    }

    @Test
    void dropLeavesWhatIsNotTheUnits() {
        second().apply(SchemaAction.UPDATE);
        schema(dev.dormouse.internal.mapping.wellformed.Associations.Gate.class).apply(SchemaAction.UPDATE);
        second().drop(true);
        assertThat(store.catalog().tables().keySet()).containsExactly("GATE");
        assertThat(store.catalog().sequences()).isEmpty();
    }

    @Test
    void dropAndCreateBeginsAnew() throws SchemaValidationException {
        first().apply(SchemaAction.UPDATE);
        insert(table("PERSON"), Record.of(1L, "Ann"));
        schema(Generations.Rekeyed.class).apply(SchemaAction.DROP_AND_CREATE);
        assertThat(table("PERSON").primaryKey()).hasToString("[name]");
        schema(Generations.Rekeyed.class).validate();
        assertThat(store.statistics(table("PERSON")).records()).isZero();
    }

    @Test
    void truncateEmptiesTablesAndKeepsGenerators() {
        first().create(true);
        insert(table("PERSON"), Record.of(1L, "Ann"));
        store.take("IDS.ids", 5);
        first().truncate();
        assertThat(store.statistics(table("PERSON")).records()).isZero();
        assertThat(store.take("IDS.ids", 1)).isEqualTo(15);
    }

    @Test
    void strictBindingNamesWhatIsMissing() {
        first().apply(SchemaAction.UPDATE);
        assertThatThrownBy(() -> Units.layout(
                                Generations.Second.class, Generations.SecondHome.class, Generations.Team.class)
                        .bind(store.catalog()))
                .isInstanceOf(PersistenceException.class)
                .hasMessageContaining("DORM0244")
                .hasMessageContaining("age")
                .hasMessageContaining("PERSON.city")
                .hasMessageContaining("team_id");
    }
}
