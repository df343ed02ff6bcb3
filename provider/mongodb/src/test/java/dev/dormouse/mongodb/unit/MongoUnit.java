package dev.dormouse.mongodb.unit;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.dormouse.mongodb.ApplicationClients;
import dev.dormouse.mongodb.server.SharedServer;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Gives each test an empty database and the units over it that it asks for; closes and drops them. */
public final class MongoUnit implements BeforeEachCallback, AfterEachCallback {

    private static final Commands COMMANDS = new Commands();
    private static final MongoClient CLIENT = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(SharedServer.get().url("admin")))
            .addCommandListener(COMMANDS)
            .build());

    private final Class<?>[] classes;
    private final List<EntityManagerFactory> factories = new ArrayList<>();
    private String name = "";
    private ApplicationClients.Registration registration = () -> {};

    private MongoUnit(Class<?>... classes) {
        this.classes = classes;
    }

    /** Makes units of these managed classes. */
    public static MongoUnit of(Class<?>... classes) {
        return new MongoUnit(classes);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        name = SharedServer.get().freshName();
        registration = ApplicationClients.register(url(), CLIENT);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        factories.stream().filter(EntityManagerFactory::isOpen).forEach(EntityManagerFactory::close);
        factories.clear();
        registration.close();
        database().drop();
    }

    /** Returns the address of the database. */
    public String url() {
        return SharedServer.get().url(name);
    }

    /** Returns the database as the driver sees it; what is done with it is not recorded. */
    public MongoDatabase database() {
        return SharedServer.get().client().getDatabase(name);
    }

    /** Returns the documents of a collection as they are stored, in the order of their ids. */
    public List<BsonDocument> documents(String collection) {
        return database()
                .getCollection(collection, BsonDocument.class)
                .find()
                .sort(new Document("_id", 1))
                .into(new ArrayList<>());
    }

    /** Returns what was sent since it was last cleared. */
    public Commands commands() {
        return COMMANDS;
    }

    /** Returns the unit of the test's classes, made at the first call. */
    public EntityManagerFactory factory() {
        return factories.isEmpty() ? create(Map.of(), classes) : factories.get(0);
    }

    /** Makes a unit of other classes over the same database. */
    public EntityManagerFactory create(Map<String, ?> settings, Class<?>... others) {
        PersistenceConfiguration configuration = new PersistenceConfiguration("unit")
                .provider("dev.dormouse.DormousePersistenceProvider")
                .property("jakarta.persistence.jdbc.url", url());
        settings.forEach(configuration::property);
        for (Class<?> other : others) {
            configuration.managedClass(other);
        }
        EntityManagerFactory factory = configuration.createEntityManagerFactory();
        factories.add(factory);
        return factory;
    }

    /** Does work in a transaction and a persistence context of its own. */
    public void run(Consumer<EntityManager> work) {
        factory().runInTransaction(work);
    }

    /** Does work in a persistence context of its own without a transaction, which an exception would mark for rollback. */
    public void read(Consumer<EntityManager> work) {
        try (EntityManager manager = factory().createEntityManager()) {
            work.accept(manager);
        }
    }

    /** Computes a result in a transaction and a persistence context of its own. */
    public <R> R call(Function<EntityManager, R> work) {
        return factory().callInTransaction(work);
    }

    /** Makes these entities persistent in a transaction of their own. */
    public void persist(Object... entities) {
        run(manager -> List.of(entities).forEach(manager::persist));
    }
}
