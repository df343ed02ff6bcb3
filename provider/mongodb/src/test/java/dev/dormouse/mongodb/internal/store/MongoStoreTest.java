package dev.dormouse.mongodb.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import dev.dormouse.mongodb.ApplicationClients;
import dev.dormouse.mongodb.server.SharedServer;
import dev.dormouse.settings.DormouseSettings;
import dev.dormouse.store.Change;
import dev.dormouse.store.ConstraintViolationException;
import dev.dormouse.store.LockStrength;
import dev.dormouse.store.LockTimeoutException;
import dev.dormouse.store.Store;
import dev.dormouse.store.StoreException;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is MongoDB's own beside the contract. */
class MongoStoreTest {

    private static final TableDefinition OWNER = TableDefinition.of(
            "owner",
            new RecordType(List.of(
                    new Field("id", BasicType.STRING, false),
                    new Field("name", BasicType.STRING, true),
                    new Field("age", BasicType.INTEGER, true))),
            "id");

    private final MongoFixture fixture = new MongoFixture();
    private final Store store = fixture.open();
    private final MongoDatabase raw = store.unwrap(MongoDatabase.class).orElseThrow();

    @AfterEach
    void close() {
        store.close();
        fixture.close();
    }

    private TableDefinition create(TableDefinition table) {
        return store.change(List.of(new SchemaChange.CreateTable(table)))
                .table(table.name())
                .orElseThrow();
    }

    private void commit(Change... changes) {
        try (StoreTransaction transaction = store.begin(TransactionOptions.DEFAULT)) {
            transaction.apply(List.of(changes));
            transaction.commit();
        }
    }

    private static Change insert(TableDefinition table, Object... values) {
        return new Change.Insert(table, Record.of(values));
    }

    private RecordView get(TableDefinition table, String id) {
        try (StoreTransaction transaction = store.begin(TransactionOptions.DEFAULT)) {
            return Objects.requireNonNull(transaction.get(table, Key.of(id)));
        }
    }

    @Test
    void aDocumentHasWhatTheRecordHasAndNothingMore() {
        TableDefinition owner = create(OWNER);
        commit(insert(owner, "o-1", "siamese"));
        assertThat(raw.getCollection("owner").find())
                .containsExactly(new Document("_id", "o-1").append("name", "siamese"));
    }

    @Test
    void aCollectionThatWasThereBecomesATable() {
        MongoCollection<Document> collection = raw.getCollection("owner");
        collection.insertOne(new Document("_id", "o-1").append("colour", "grey").append("age", 3L));
        TableDefinition owner = create(OWNER);
        assertThat(get(owner, "o-1").copy()).isEqualTo(Record.of("o-1", null, 3));
        commit(new Change.Patch(
                owner,
                Key.of("o-1"),
                List.of(new Change.FieldChange.Set(owner.path("name"), "manx")),
                Change.Guard.Exists.INSTANCE));
        assertThat(collection.find())
                .containsExactly(new Document("_id", "o-1")
                        .append("colour", "grey")
                        .append("age", 3L)
                        .append("name", "manx"));
    }

    @Test
    void aValueOfAnotherTypeIsNamedWithItsPlace() {
        raw.getCollection("owner").insertOne(new Document("_id", "o-1").append("age", "three"));
        TableDefinition owner = create(OWNER);
        assertThatThrownBy(() -> get(owner, "o-1").copy())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("DORM0909")
                .hasMessageContaining("'age'")
                .hasMessageContaining("'owner'")
                .hasMessageContaining("o-1");
        assertThat(store.check().problems()).singleElement().asString().contains("'age'");
    }

    @Test
    void anIndexOverDuplicatesNamesThem() {
        raw.getCollection("owner")
                .insertMany(List.of(
                        new Document("_id", "o-1").append("name", "manx"),
                        new Document("_id", "o-2").append("name", "manx"),
                        new Document("_id", "o-3")));
        IndexDefinition unique =
                new IndexDefinition(0, "one_name", List.of(new IndexPart(OWNER.path("name"), false)), true);
        assertThatThrownBy(() -> create(OWNER.withIndexes(List.of(unique))))
                .hasMessageContaining("one_name")
                .hasMessageContaining("o-1")
                .hasMessageContaining("o-2");
        assertThat(raw.getCollection("owner").listIndexes()).hasSize(1);
        assertThat(raw.getCollection("owner").countDocuments()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b", "$where", "x:more", ""})
    void aFieldNameThatMeansSomethingToMongoIsRefused(String name) {
        RecordType type = new RecordType(
                List.of(new Field("id", BasicType.STRING, false), new Field(name, BasicType.STRING, true)));
        assertThatThrownBy(() -> create(TableDefinition.of("odd", type, "id"))).hasMessageContaining("DORM0910");
        assertThat(raw.listCollectionNames().into(new ArrayList<>())).doesNotContain("odd");
    }

    @Test
    void aDocumentThatIsTooLargeIsRefusedBeforeItIsSent() {
        TableDefinition owner = create(OWNER);
        String large = "x".repeat(17 << 20);
        assertThatThrownBy(() -> commit(insert(owner, "o-1", large))).hasMessageContaining("DORM0911");
        assertThat(raw.getCollection("owner").countDocuments()).isZero();
    }

    @Test
    void whoUnwrapsWorksInTheSameTransaction() {
        TableDefinition owner = create(OWNER);
        assertThat(store.unwrap(MongoClient.class)).isPresent();
        try (StoreTransaction transaction = store.begin(TransactionOptions.DEFAULT)) {
            ClientSession session =
                    store.unwrap(ClientSession.class, () -> transaction).orElseThrow();
            raw.getCollection("owner").insertOne(session, new Document("_id", "o-1"));
            assertThat(transaction.get(owner, Key.of("o-1"))).isNotNull();
            transaction.rollback();
        }
        assertThat(raw.getCollection("owner").countDocuments()).isZero();
    }

    @Test
    void anApplicationsClientIsUsedAndNotClosed() {
        MongoClient own = SharedServer.get().client();
        String url = SharedServer.get().url("dormouse_own_client");
        try (ApplicationClients.Registration registration = ApplicationClients.register(url, own);
                Store joined = new MongoStoreProvider().open(url, Map.of())) {
            assertThat(joined.unwrap(MongoClient.class)).containsSame(own);
            assertThatThrownBy(() -> ApplicationClients.register(url, own)).hasMessageContaining("DORM0908");
            assertThat(registration).isNotNull();
        }
        assertThat(own.listDatabaseNames().first()).isNotNull();
    }

    @Test
    void withoutTransactionsWhatWasFlushedStays() {
        MongoFixture other = new MongoFixture(DormouseSettings.MONGODB_TRANSACTIONS, "none");
        try (Store plain = other.open()) {
            assertThat(plain.features().transactions()).isFalse();
            TableDefinition owner = plain.change(List.of(new SchemaChange.CreateTable(OWNER)))
                    .table("owner")
                    .orElseThrow();
            try (StoreTransaction transaction = plain.begin(TransactionOptions.DEFAULT)) {
                transaction.apply(List.of(insert(owner, "o-1", "manx")));
                transaction.rollback();
            }
            try (StoreTransaction transaction = plain.begin(TransactionOptions.DEFAULT)) {
                assertThat(transaction.get(owner, Key.of("o-1"))).isNotNull();
                assertThatThrownBy(() -> transaction.apply(List.of(insert(owner, "o-1", "twice"))))
                        .isInstanceOf(ConstraintViolationException.class);
            }
            assertThat(plain.check().problems()).isEmpty();
        } finally {
            other.close();
        }
    }

    @Test
    void factoriesWithOneUrlShareAClient() {
        try (Store second = fixture.open()) {
            assertThat(second.unwrap(MongoClient.class)).isEqualTo(store.unwrap(MongoClient.class));
        }
        assertThat(store.catalog().version()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mongodb://localhost:1", "mongodb://localhost:port/x", "mongodb://u:secret@h/?w=1"})
    void anAddressThatCannotServeIsRefusedWithoutItsSecrets(String url) {
        assertThatThrownBy(() -> new MongoStoreProvider().open(url, Map.of()))
                .isInstanceOf(StoreException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void aServerThatIsNotThereIsToldInTime() {
        assertThatThrownBy(() -> new MongoStoreProvider()
                        .open("mongodb://127.0.0.1:1/x", Map.of(DormouseSettings.MONGODB_TIMEOUT, "300ms")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("DORM0904");
    }

    private static Change rename(TableDefinition table, String id, String name) {
        return new Change.Patch(
                table,
                Key.of(id),
                List.of(new Change.FieldChange.Set(table.path("name"), name)),
                Change.Guard.Exists.INSTANCE);
    }

    @Test
    void aSharedLockIsOnItsDocumentOnlyWhileItIsHeld() {
        TableDefinition owner = create(OWNER);
        commit(insert(owner, "o-1", "siamese"));
        Document plain = new Document("_id", "o-1").append("name", "siamese");
        try (StoreTransaction one = store.begin(TransactionOptions.DEFAULT);
                StoreTransaction two = store.begin(TransactionOptions.DEFAULT)) {
            one.lock(owner, Key.of("o-1"), LockStrength.SHARED, Duration.ofSeconds(10));
            two.lock(owner, Key.of("o-1"), LockStrength.SHARED, Duration.ofSeconds(10));
            assertThat(Objects.requireNonNull(raw.getCollection("owner").find().first())
                            .get("dormouse:readers", Document.class)
                            .getList("by", ObjectId.class))
                    .hasSize(2);
            assertThat(Objects.requireNonNull(two.get(owner, Key.of("o-1"))).copy())
                    .isEqualTo(Record.of("o-1", "siamese", null));
        }
        assertThat(raw.getCollection("owner").find()).containsExactly(plain);
    }

    @Test
    void theMarkOfAReaderThatDiedIsTakenAway() {
        TableDefinition owner = create(OWNER);
        commit(insert(owner, "o-1", "siamese"), insert(owner, "o-2", "manx"));
        raw.getCollection("owner")
                .updateMany(
                        new Document(),
                        new Document(
                                "$set", new Document("dormouse:readers", new Document("by", List.of(new ObjectId())))));
        commit(rename(owner, "o-1", "korat"));
        try (StoreTransaction transaction = store.begin(TransactionOptions.DEFAULT)) {
            transaction.lock(owner, Key.of("o-2"), LockStrength.EXCLUSIVE, Duration.ofSeconds(10));
            transaction.apply(List.of(rename(owner, "o-2", "sphynx")));
            transaction.commit();
        }
        assertThat(raw.getCollection("owner").find().sort(new Document("_id", 1)))
                .containsExactly(
                        new Document("_id", "o-1").append("name", "korat"),
                        new Document("_id", "o-2").append("name", "sphynx"));
    }

    @Test
    void aReaderWaitsForWhoWrites() {
        TableDefinition owner = create(OWNER);
        commit(insert(owner, "o-1", "siamese"));
        try (StoreTransaction writer = store.begin(TransactionOptions.DEFAULT)) {
            writer.apply(List.of(rename(owner, "o-1", "korat")));
            try (StoreTransaction reader = store.begin(TransactionOptions.DEFAULT)) {
                assertThatThrownBy(() -> reader.lock(owner, Key.of("o-1"), LockStrength.SHARED, Duration.ZERO))
                        .isInstanceOf(LockTimeoutException.class);
            }
            writer.commit();
        }
        try (StoreTransaction reader = store.begin(TransactionOptions.DEFAULT)) {
            reader.lock(owner, Key.of("o-1"), LockStrength.SHARED, Duration.ZERO);
            assertThat(Objects.requireNonNull(reader.get(owner, Key.of("o-1"))).get(owner.path("name")))
                    .isEqualTo("korat");
        }
    }

    @Test
    void aForgottenTransactionDoesNotOutliveItsStore() {
        TableDefinition owner = create(OWNER);
        commit(insert(owner, "o-1", "siamese"));
        try (Store second = fixture.open()) {
            second.begin(TransactionOptions.DEFAULT).apply(List.of(rename(owner, "o-1", "korat")));
        }
        MongoCollection<Document> owners = raw.getCollection("owner");
        assertThat(owners.findOneAndUpdate(
                        new Document("_id", "o-1"),
                        new Document("$set", new Document("age", 3)),
                        new FindOneAndUpdateOptions().maxTime(10, TimeUnit.SECONDS)))
                .isEqualTo(new Document("_id", "o-1").append("name", "siamese"));
    }
}
