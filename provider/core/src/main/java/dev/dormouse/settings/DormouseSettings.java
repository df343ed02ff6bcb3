package dev.dormouse.settings;

/**
 * The names of all settings of a persistence unit that begin with {@code dormouse.}. Each is given as a property in {@code persistence.xml}, in
 * the map of {@code createEntityManagerFactory}, or by {@code PersistenceConfiguration.property}. A key with this prefix that is not listed here is
 * an error.
 *
 * <p>Durations are written as {@code 250ms}, {@code 10s}, {@code 5m}; a bare number means milliseconds. Sizes are written as {@code 64KiB},
 * {@code 16MiB}, {@code 1TiB}; a bare number means bytes.
 */
public final class DormouseSettings {

    /** With which every setting begins. */
    public static final String PREFIX = "dormouse.";

    /**
     * Where the data is: {@code lmdb:PATH}, {@code memory:NAME}, {@code mongodb://...}, {@code mongodb+srv://...}, each also with the prefix
     * {@code jdbc:dormouse:}. Default: {@code jakarta.persistence.jdbc.url}, else {@code lmdb:} and the name of the unit.
     */
    public static final String URL = "dormouse.url";

    /**
     * What happens to the schema at start: {@code update} (default) creates what is missing, widens, never drops; {@code strict} creates nothing. A
     * standard {@code jakarta.persistence.schema-generation} property wins over it.
     */
    public static final String SCHEMA = "dormouse.schema";

    /** How entities lie in new tables: {@code document} (default) or {@code relational}. */
    public static final String LAYOUT = "dormouse.layout";

    /** What a transaction sees of others: {@code read-committed} (default), {@code snapshot} or {@code serializable}. */
    public static final String ISOLATION = "dormouse.isolation";

    /** How long a commit waits for the writer before it fails; default {@code 10s}. */
    public static final String COMMIT_TIMEOUT = "dormouse.commit-timeout";

    /** How long a pessimistic lock is waited for where {@code jakarta.persistence.lock.timeout} says nothing; default {@code 5s}. */
    public static final String LOCK_TIMEOUT = "dormouse.lock-timeout";

    /**
     * About how many bytes of changes one transaction keeps in memory; default {@code 64MiB}. What goes beyond it is kept in a private file beside the data until the
     * transaction ends. The memory store keeps everything in memory.
     */
    public static final String WRITE_SET_BUDGET = "dormouse.write-set-budget";

    /** Whether a container enhances the classes of the unit when it loads them; default {@code false}. The build plugin needs no setting. */
    public static final String ENHANCE = "dormouse.enhance";

    /** From which duration a query is logged with its plan; default {@code 0}, never. */
    public static final String QUERY_SLOW = "dormouse.query.slow";

    /**
     * How many unloaded references or collections of one attribute are loaded by the request that loads one of them, at most; default 1,024. The first request
     * of a walk loads up to 64; 1 loads each alone.
     */
    public static final String FETCH_BATCH_SIZE = "dormouse.fetch.batch-size";

    /** How many records a query may read outside of any index before it fails; default {@code 0}, without limit. */
    public static final String QUERY_SCAN_LIMIT = "dormouse.query.scan-limit";

    /**
     * What a commit on LMDB waits for: {@code commit} (default) for the disk, {@code interval} for nothing, with a flush every
     * {@link #LMDB_FLUSH_INTERVAL}, {@code none} for nothing at all. The guide says what each can lose.
     */
    public static final String LMDB_DURABILITY = "dormouse.lmdb.durability";

    /** The time between two flushes under {@code interval}; default {@code 1s}. */
    public static final String LMDB_FLUSH_INTERVAL = "dormouse.lmdb.flush-interval";

    /** How many tables one LMDB environment can have; default 1,000. */
    public static final String LMDB_MAX_TABLES = "dormouse.lmdb.max-tables";

    /** How many readers one LMDB environment can have at a time; default 1,024. */
    public static final String LMDB_MAX_READERS = "dormouse.lmdb.max-readers";

    /** How much address space the LMDB map reserves; default {@code 1TiB}. A smaller map grows up to {@link #LMDB_MAX_MAP_SIZE}. */
    public static final String LMDB_MAP_SIZE = "dormouse.lmdb.map-size";

    /** Up to which size the LMDB map grows; default {@code 0}: it does not grow beyond {@link #LMDB_MAP_SIZE}. */
    public static final String LMDB_MAX_MAP_SIZE = "dormouse.lmdb.max-map-size";

    /** How long a commit that must grow the LMDB map waits for readers of this JVM; default {@code 10s}. */
    public static final String LMDB_GROWTH_TIMEOUT = "dormouse.lmdb.growth-timeout";

    /** From which age on a snapshot on LMDB is logged with its origin; default {@code 1m}. */
    public static final String LMDB_SNAPSHOT_AGE = "dormouse.lmdb.snapshot-age";

    /** In which format records are written on LMDB where an entity does not choose: {@code flatbuffers} or {@code cbor}. */
    public static final String LMDB_CODEC = "dormouse.lmdb.codec";

    /**
     * How records are compressed on LMDB where an entity does not choose: {@code none} (default), {@code zlib}, {@code snappy} or {@code zstd}. Rows that were
     * written otherwise stay readable.
     */
    public static final String LMDB_COMPRESSION = "dormouse.lmdb.compression";

    /** Whether the checksum of every record is proved when it is read from LMDB; default {@code false}. */
    public static final String LMDB_VERIFY_CHECKSUMS = "dormouse.lmdb.verify-checksums";

    /**
     * Whether LMDB writes straight into its memory map: faster where the data fits into memory, but a stray write of native code damages the file, and the file is as
     * large as the map from the start, whose size must be set. Default {@code false}.
     */
    public static final String LMDB_WRITE_MAP = "dormouse.lmdb.write-map";

    /**
     * Whether LMDB keeps no table of readers, for folders that cannot be written at all: only with {@link #LMDB_READ_ONLY}, and nobody may write meanwhile. Default
     * {@code false}.
     */
    public static final String LMDB_NO_LOCK = "dormouse.lmdb.no-lock";

    /** Whether the LMDB environment is opened for reading only; default {@code false}. */
    public static final String LMDB_READ_ONLY = "dormouse.lmdb.read-only";

    /**
     * Whether each stream on LMDB notes the code that opened it, for the messages that name a stream; costs microseconds a stream. Default
     * {@code false}: they name table, thread and age.
     */
    public static final String LMDB_TRACE_ORIGINS = "dormouse.lmdb.trace-origins";

    /**
     * Whether a MongoDB server must be able to roll back: {@code required} (default) refuses one that is no replica set, {@code none} accepts it, and that
     * flushed changes stay whatever happens.
     */
    public static final String MONGODB_TRANSACTIONS = "dormouse.mongodb.transactions";

    /** How long a MongoDB server, a connection to it or a change of its schema is waited for where the URL says nothing; default {@code 10s}. */
    public static final String MONGODB_TIMEOUT = "dormouse.mongodb.timeout";

    /** How long a pessimistic lock on MongoDB outlives a process that died with it; at least as long as a transaction may last; default {@code 60s}. */
    public static final String MONGODB_LOCK_LEASE = "dormouse.mongodb.lock-lease";

    /**
     * Whether {@code runInTransaction} and {@code callInTransaction} run their work again, with a new entity manager, where another transaction was first or
     * the server ended theirs: {@code true} or {@code false}.
     */
    public static final String MONGODB_RETRY_WORK = "dormouse.mongodb.retry-work";

    private DormouseSettings() {}
}
