package dev.dormouse.mongodb.internal.failure;

import dev.dormouse.failure.Message;

/** The messages of the MongoDB store, DORM0900 to DORM0999. */
public final class MongoMessages {

    public static final Message BAD_URL = new Message(
            900,
            "Unusable address of a MongoDB server: '%s' (%s). It must be a connection string of MongoDB. Correct the URL.");
    public static final Message NO_DATABASE = new Message(
            901,
            "Address without a database: '%s'. It must name one, as in mongodb://host/orders. Add its name behind the hosts.");
    public static final Message STANDALONE = new Message(
            902,
            "Server is no replica set: '%s'. Only a replica set or a sharded cluster can roll back. Start mongod with --replSet and call"
                    + " rs.initiate() once, or accept that nothing is rolled back with dormouse.mongodb.transactions=none.");
    public static final Message OLD_SERVER =
            new Message(903, "Server is too old: '%s'. It must be MongoDB 5.0 or newer. Update the server.");
    public static final Message UNREACHABLE = new Message(
            904,
            "Server not reached: '%s'. A primary must answer within the timeout. Start the server, correct the URL, or raise"
                    + " dormouse.mongodb.timeout. (%s)");
    public static final Message REFUSED_CREDENTIALS = new Message(
            905,
            "Credentials refused: '%s'. User, password and authSource of the URL must be right. Correct them. (%s)");
    public static final Message POOL_EXHAUSTED = new Message(
            906,
            "No connection was free in time: '%s'. The pool must have one for each thread that works. Raise maxPoolSize in the URL, or commit"
                    + " earlier. (%s)");
    public static final Message CONTRADICTING_SETTINGS = new Message(
            907,
            "Store is open already with another value of %s: '%s', not '%s'. All factories of one JVM must agree on how a store is"
                    + " opened. Give both the same setting.");
    public static final Message CLIENT_REGISTERED = new Message(
            908,
            "Client registered twice for the address: '%s'. An address has one client. Take the first back before.");
    public static final Message WRONG_TYPE = new Message(
            909,
            "Value of another type: %s in field '%s' of collection '%s', document %s. It must be a %s. Correct the document, or the"
                    + " mapping.");
    public static final Message FIELD_NAME = new Message(
            910,
            "Field name that MongoDB cannot keep: '%s' of collection '%s'. It must contain neither '.' nor '$' nor ':', and be neither empty"
                    + " nor '_id'. Give the column another name.");
    public static final Message DOCUMENT_TOO_LARGE = new Message(
            911,
            "Document too large: '%s' of collection '%s' has %s bytes. MongoDB keeps at most 16777216 in one. Move parts of it to a"
                    + " collection of their own. Nothing of this flush was kept.");
    public static final Message CONFLICT = new Message(
            912,
            "Changed by another transaction: '%s' of '%s'. On MongoDB the first to write a record keeps others from it until it ends. Roll"
                    + " back and try again.");
    public static final Message LOCKED = new Message(
            913,
            "Locked by another transaction: '%s' of '%s'. A record that is locked cannot be changed by others. Roll back and try again.");
    public static final Message SERVER_ERROR =
            new Message(914, "Server refused a command: '%s'. It must be one that the server allows. See the cause.");
    public static final Message NETWORK =
            new Message(915, "Connection lost: '%s'. The server must answer. Roll back and try again. (%s)");
    public static final Message COMMIT_UNKNOWN = new Message(
            916,
            "Outcome of the commit is unknown: '%s'. The server did not answer in time. Read again before the work is repeated. (%s)");
    public static final Message TRANSACTION_LOST = new Message(
            917,
            "Transaction was ended by the server: '%s'. It must be committed within the server's limits, and the primary must stay. Roll back"
                    + " and try again.");
    public static final Message SCHEMA_BUSY = new Message(
            918,
            "Schema is in use: '%s'. A table changes only while no transaction holds records of it. End the transactions, or raise"
                    + " dormouse.mongodb.timeout.");
    public static final Message SCHEMA_RACE = new Message(
            919,
            "Schema was changed by another process: '%s'. Changes of the catalog must follow each other. Start again.");
    public static final Message NEWER_FORMAT = new Message(
            920,
            "Catalog has format %2$s: '%1$s'. This version of Dormouse reads formats up to %3$s. Open it with a newer version.");
    public static final Message CORRUPT_CATALOG = new Message(
            921,
            "Catalog is corrupt: '%s'. It must be readable. Restore the collection dormouse.catalog from a backup.");
    public static final Message NUMBERS_EXHAUSTED = new Message(
            922,
            "Generator has no more numbers: '%s'. Numbers must fit into 64 bits. Use a generator that begins lower.");
    public static final Message COLLECTION_NAME = new Message(
            926,
            "Table name that MongoDB cannot keep: '%s'. It must not contain '$' nor begin with 'system.'. Give the table another name.");
    public static final Message CLOSED =
            new Message(923, "Store is closed: '%s'. It must be open when it is used. Open it again.");
    public static final Message INTERRUPTED = new Message(
            924, "Interrupted while waiting: '%s'. The thread must not be interrupted. Roll back and try again.");
    public static final Message GENERATOR_TYPE = new Message(
            925,
            "Generator with another value than a whole number: '%s'. It must fit into 64 bits. Correct the row of the generator.");
    public static final Message INDEX_MISSING = new Message(
            927,
            "Index is missing on the server: '%s' of collection '%s'. The catalog has it. Create it there: db.getCollection(\"%2$s\").createIndex(%3$s, %4$s).");
    public static final Message INDEX_DIFFERS = new Message(
            928,
            "Index differs on the server: '%s' of collection '%s' is %s. It must be %s, %s. Drop it there, since an update of the schema"
                    + " drops none, and create it as it must be.");
    public static final Message UNACKNOWLEDGED = new Message(
            929,
            "Writes without an answer: '%s'. Each must be acknowledged, or nobody knows of a conflict. Take w=0 out of the URL.");
    public static final Message INSECURE = new Message(
            930,
            "No secure connection: '%s'. The server must speak TLS, with a certificate for its name in the URL that this JVM trusts. Add the"
                    + " certificate to the trust store (javax.net.ssl.trustStore), or correct the URL. (%s)");

    private MongoMessages() {}
}
