package dev.dormouse.mongodb.internal.client;

import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.dormouse.mongodb.internal.failure.DriverFailures;
import dev.dormouse.mongodb.internal.failure.MongoMessages;
import dev.dormouse.store.StoreException;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A client of one database, its own or the application's. Thread-safe. */
public final class Connection implements AutoCloseable {

    private static final int WIRE_VERSION_OF_5_0 = 13;

    private final Address address;
    private final ConnectionOptions options;
    private final MongoClient client;
    private final boolean owned;
    private final MongoDatabase database;
    private @Nullable MongoClient patient;

    private Connection(Address address, ConnectionOptions options, MongoClient client, boolean owned) {
        this.address = address;
        this.options = options;
        this.client = client;
        this.owned = owned;
        this.database = configured(client.getDatabase(address.database()));
    }

    /** Connects, with the application's client if it brought one, and checks the server. */
    public static Connection open(Address address, ConnectionOptions options, @Nullable MongoClient application) {
        MongoClient client = application;
        if (client == null) {
            try {
                client = MongoClients.create(address.settings(options.timeout()));
            } catch (MongoException e) {
                throw DriverFailures.mapped(e, address.toString());
            } catch (IllegalArgumentException | IllegalStateException e) {
                throw new StoreException(MongoMessages.BAD_URL.text(address, e.getMessage()), e);
            }
        }
        Connection connection = new Connection(address, options, client, application == null);
        try {
            connection.checkServer();
            return connection;
        } catch (RuntimeException | Error e) {
            connection.close();
            throw e;
        }
    }

    /** What a client does not say, its URL or its application, is majority. */
    private MongoDatabase configured(MongoDatabase plain) {
        WriteConcern write = plain.getWriteConcern();
        if (!options.transactional()) {
            return plain;
        }
        return plain.withReadConcern(
                        plain.getReadConcern().isServerDefault() ? ReadConcern.MAJORITY : plain.getReadConcern())
                .withWriteConcern(write.getWObject() == null ? write.withW("majority") : write);
    }

    private void checkServer() {
        if (!database.getWriteConcern().isAcknowledged()) {
            throw new StoreException(MongoMessages.UNACKNOWLEDGED.text(address));
        }
        Document hello = DriverFailures.guarded(address.toString(), () -> client.getDatabase("admin")
                .runCommand(new BsonDocument("hello", new BsonInt32(1))));
        if (hello.getInteger("maxWireVersion", 0) < WIRE_VERSION_OF_5_0) {
            throw new StoreException(MongoMessages.OLD_SERVER.text(address));
        }
        boolean clustered = hello.getString("setName") != null || "isdbgrid".equals(hello.getString("msg"));
        if (!clustered && options.transactional()) {
            throw new StoreException(MongoMessages.STANDALONE.text(address));
        }
        // The first command that needs credentials, so that wrong ones are found now.
        DriverFailures.guarded(
                address.toString(), () -> database.listCollectionNames().first() == null);
    }

    /** Returns the address. */
    public Address address() {
        return address;
    }

    /** Returns how it was opened. */
    public ConnectionOptions options() {
        return options;
    }

    /** Returns the client. */
    public MongoClient client() {
        return client;
    }

    /** Returns the database, with the concerns of the URL or else majority. */
    public MongoDatabase database() {
        return database;
    }

    /** Returns the database for what all processes must agree on: always the primary's newest state, whatever the URL says of reads. */
    public MongoDatabase stateDatabase() {
        return options.transactional()
                ? database.withReadPreference(ReadPreference.primary()).withReadConcern(ReadConcern.MAJORITY)
                : database.withReadPreference(ReadPreference.primary());
    }

    /** Returns the database by a client that waits for as long as the server works: to build an index takes its time. */
    public synchronized MongoDatabase patientDatabase() {
        if (!owned) {
            return database;
        }
        if (patient == null) {
            patient = MongoClients.create(address.patientSettings(options.timeout()));
        }
        return configured(patient.getDatabase(address.database()));
    }

    /** Closes the client, unless it is the application's. */
    @Override
    public synchronized void close() {
        if (owned) {
            client.close();
        }
        if (patient != null) {
            patient.close();
        }
    }
}
