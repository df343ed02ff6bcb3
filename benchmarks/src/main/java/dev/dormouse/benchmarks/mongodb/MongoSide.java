package dev.dormouse.benchmarks.mongodb;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ConnectionString;
import com.mongodb.ReadConcern;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import dev.dormouse.benchmarks.Server;
import dev.dormouse.benchmarks.Side;
import dev.dormouse.benchmarks.model.Person;
import dev.dormouse.mongodb.ApplicationClients;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The operations as one would write them by hand with the driver, on documents that Dormouse filled in. */
public final class MongoSide implements Side {

    private static final int ALL_AT_ONCE = 100_000;
    private static final TransactionOptions DURABLE = TransactionOptions.builder()
            .readConcern(ReadConcern.SNAPSHOT)
            .writeConcern(WriteConcern.MAJORITY.withJournal(true))
            .build();

    private final MongoClient client;
    private final boolean isOwn;
    private final MongoCollection<DriverPerson> persons;
    private final MongoCollection<Document> accounts;
    private final MongoCollection<Document> nodes;
    private final DriverCompany company;

    /** On the database that belongs to a folder. */
    public MongoSide(Path folder) {
        String url = Server.url(folder);
        Optional<MongoClient> registered = ApplicationClients.find(url);
        isOwn = registered.isEmpty();
        client = registered.orElseGet(() -> MongoClients.create(url));
        MongoDatabase database = client.getDatabase(Objects.requireNonNull(new ConnectionString(url).getDatabase()))
                .withReadConcern(ReadConcern.MAJORITY);
        persons = database.getCollection("person", DriverPerson.class)
                .withCodecRegistry(CodecRegistries.fromRegistries(
                        CodecRegistries.fromCodecs(new DriverPerson.PersonCodec()), database.getCodecRegistry()));
        accounts = database.getCollection("account");
        nodes = database.getCollection("node");
        company = new DriverCompany(database);
    }

    @Override
    public void fill(int count) {
        throw new UnsupportedOperationException("Dormouse fills the collections for both");
    }

    @Override
    public void persist(long firstId, int count) {
        List<DriverPerson> made = new ArrayList<>();
        for (long id = firstId; id < firstId + count; id++) {
            made.add(DriverPerson.of(new Person(id)));
        }
        write(session -> persons.insertMany(session, made));
    }

    @Override
    public void remove(long firstId, int count) {
        List<WriteModel<DriverPerson>> changes = new ArrayList<>();
        for (long id = firstId; id < firstId + count; id++) {
            changes.add(new DeleteOneModel<>(eq(person(id).id)));
        }
        write(session -> complete(persons.bulkWrite(session, changes).getDeletedCount(), count));
    }

    @Override
    public long findEach(long[] ids) {
        long sum = 0;
        for (long id : ids) {
            sum += person(id).checksum();
        }
        return sum;
    }

    @Override
    public long findAll(long[] ids) {
        Map<Long, DriverPerson> known = new HashMap<>();
        long sum = 0;
        for (long id : ids) {
            sum += known.computeIfAbsent(id, this::person).checksum();
        }
        return sum;
    }

    private DriverPerson person(long id) {
        return Objects.requireNonNull(persons.find(eq(id)).limit(1).first());
    }

    @Override
    public void update(long firstId, int count, int score) {
        List<WriteModel<DriverPerson>> changes = new ArrayList<>();
        for (long id = firstId; id < firstId + count; id++) {
            if (person(id).score != score) {
                changes.add(new UpdateOneModel<>(eq(id), set("score", score)));
            }
        }
        if (!changes.isEmpty()) {
            write(session -> complete(persons.bulkWrite(session, changes).getMatchedCount(), changes.size()));
        }
    }

    @Override
    public void updateVersioned(long firstId, int count) {
        List<WriteModel<Document>> changes = new ArrayList<>();
        for (long id = firstId; id < firstId + count; id++) {
            Document account =
                    Objects.requireNonNull(accounts.find(eq(id)).limit(1).first());
            int version = account.getInteger("version");
            changes.add(new UpdateOneModel<>(
                    and(eq(id), eq("version", version)),
                    combine(set("version", version + 1), set("balance", account.getLong("balance") + 1))));
        }
        write(session -> {
            BulkWriteResult result = accounts.bulkWrite(session, changes);
            complete(result.getMatchedCount(), count);
        });
    }

    private static void complete(int done, int wanted) {
        if (done != wanted) {
            throw new IllegalStateException(done + " of " + wanted + " were changed");
        }
    }

    @Override
    public void persistTree(long rootId, int depth) {
        List<Document> made = new ArrayList<>();
        for (long number = 1; number < 1L << depth; number++) {
            long id = rootId + number - 1;
            Document node = new Document("_id", id).append("weight", (int) (id % 100));
            if (2 * number < 1L << depth) {
                node.append("left_node", rootId + 2 * number - 1).append("right_node", rootId + 2 * number);
            }
            made.add(node);
        }
        write(session -> nodes.insertMany(session, made));
    }

    /** Level by level, since a request for each node would wait for the server a thousand times. */
    @Override
    public long walkTree(long rootId) {
        long sum = 0;
        List<Long> level = List.of(rootId);
        while (!level.isEmpty()) {
            List<Long> next = new ArrayList<>();
            for (Document node : nodes.find(in("_id", level)).batchSize(ALL_AT_ONCE)) {
                sum += node.getInteger("weight");
                add(node.getLong("left_node"), next);
                add(node.getLong("right_node"), next);
            }
            level = next;
        }
        return sum;
    }

    private static void add(@Nullable Long child, List<Long> next) {
        if (child != null) {
            next.add(child);
        }
    }

    @Override
    public long graph(long employee) {
        return company.graph(employee);
    }

    @Override
    public long uniqueLookup(String email) {
        return Objects.requireNonNull(persons.find(eq("email", email)).limit(2).first())
                .checksum();
    }

    @Override
    public long byName(String name) {
        long sum = 0;
        for (DriverPerson person : persons.find(eq("name", name)).batchSize(ALL_AT_ONCE)) {
            sum += person.checksum();
        }
        return sum;
    }

    @Override
    public long range(LocalDate from, LocalDate to) {
        Bson born = and(gte("birth", date(from)), lt("birth", date(to)));
        long hash = 0;
        for (DriverPerson person : persons.find(born)
                .sort(Sorts.ascending("birth", "birth:more", "_id"))
                .batchSize(ALL_AT_ONCE)) {
            hash = 31 * hash + person.id;
        }
        return hash;
    }

    private static Date date(LocalDate day) {
        return Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    @Override
    public long latestHired(String department) {
        return company.latestHired(department);
    }

    @Override
    public long fetchJoin(long department) {
        return company.members(department);
    }

    @Override
    public long manyToMany(String project) {
        return company.names(project);
    }

    @Override
    public long bestPaid(long department) {
        return company.bestPaid(department);
    }

    @Override
    public long groupBy() {
        return company.groups();
    }

    @Override
    public long scan(int score) {
        return persons.countDocuments(eq("score", score));
    }

    @Override
    public long bulkUpdate(long firstId, int count) {
        long[] updated = new long[1];
        write(session -> updated[0] = persons.updateMany(
                        session, and(gte("_id", firstId), lt("_id", firstId + count)), inc("visits", 1L))
                .getMatchedCount());
        return updated[0];
    }

    private void write(Consumer<ClientSession> work) {
        try (ClientSession session = client.startSession()) {
            session.startTransaction(DURABLE);
            work.accept(session);
            session.commitTransaction();
        }
    }

    @Override
    public void close() {
        if (isOwn) {
            client.close();
        }
    }
}
