package dev.dormouse.settings;

/** The names of the standard properties and hints that are observed on a call of an entity manager or on a query (specification, sections 3.2 and 3.11.4). */
public final class DormouseHints {

    /** Milliseconds to wait for a pessimistic lock; 0 for an immediate answer. */
    public static final String LOCK_TIMEOUT = "jakarta.persistence.lock.timeout";

    /** How far a pessimistic lock reaches: {@code NORMAL} or {@code EXTENDED}. */
    public static final String LOCK_SCOPE = "jakarta.persistence.lock.scope";

    /** Milliseconds after which a query fails. */
    public static final String QUERY_TIMEOUT = "jakarta.persistence.query.timeout";

    /** Whether reads take from the second-level cache. */
    public static final String CACHE_RETRIEVE_MODE = "jakarta.persistence.cache.retrieveMode";

    /** Whether reads and commits put into the second-level cache. */
    public static final String CACHE_STORE_MODE = "jakarta.persistence.cache.storeMode";

    /** An entity graph whose nodes alone are fetched eagerly. */
    public static final String FETCH_GRAPH = "jakarta.persistence.fetchgraph";

    /** An entity graph whose nodes are fetched eagerly beside those that the mapping says. */
    public static final String LOAD_GRAPH = "jakarta.persistence.loadgraph";

    private DormouseHints() {}
}
