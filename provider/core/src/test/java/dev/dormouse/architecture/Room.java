package dev.dormouse.architecture;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One room of the house and the rooms that it may see besides itself, failure, settings and store.type.
 *
 * @param name its package below the root
 * @param deep whether its subpackages belong to it
 * @param sees the names of rooms
 */
record Room(String name, boolean deep, List<String> sees) {

    private static final String STORE = "store";
    private static final String RECORD = "store.record";
    private static final String PLAN = "store.plan";
    private static final String CATALOG = "store.catalog";
    private static final String EVALUATE = "store.evaluate";
    private static final String WRITESET = "store.writeset";
    private static final String LOCK = "store.lock";
    private static final String MODEL = "internal.mapping.model";
    private static final String MAPPING = "internal.mapping";
    private static final String ENHANCED = "enhanced";
    private static final String ENHANCE = "internal.enhance";
    private static final String LAYOUT = "internal.layout";
    private static final String SCHEMA = "internal.schema";
    private static final String TRANSACTION = "internal.transaction";
    private static final String CACHE = "internal.cache";
    private static final String OPTIMIZE = "internal.optimize";
    private static final String EXECUTE = "internal.execute";
    private static final String CONTEXT = "internal.context";
    private static final String QUERY = "internal.query";

    /** What every room may see. */
    static final List<String> SEEN_BY_ALL = List.of("failure", "settings", "store.type");

    /** All rooms of provider/core but the root, which sees bootstrap only, and bootstrap, which sees everything. */
    static final List<Room> ALL = List.of(
            flat("annotation"),
            flat("settings"),
            flat("failure"),
            flat("query"),
            flat(ENHANCED),
            flat("store.type"),
            flat(RECORD),
            flat(PLAN, RECORD),
            flat(CATALOG, RECORD),
            deep(EVALUATE, PLAN, RECORD),
            flat(STORE, RECORD, PLAN, CATALOG, EVALUATE),
            flat(LOCK, STORE),
            deep(WRITESET, STORE, RECORD, PLAN, CATALOG, EVALUATE, LOCK),
            deep("internal.memory", STORE, RECORD, PLAN, CATALOG, EVALUATE, WRITESET, LOCK),
            deep(OPTIMIZE, STORE, RECORD, PLAN, CATALOG),
            deep(EXECUTE, STORE, RECORD, PLAN, CATALOG, EVALUATE),
            flat(MODEL, "annotation"),
            // What was written is said in the words of the model: type names, paths, basic kinds.
            flat("internal.mapping.raw", MODEL, "annotation"),
            deep(MAPPING, "annotation"),
            // Beside accessors, which see the model, the build plugin is here; it reads descriptions of classes.
            deep(ENHANCE, ENHANCED, MAPPING, MODEL, RECORD),
            deep(LAYOUT, MODEL, ENHANCED, ENHANCE, STORE, RECORD, CATALOG),
            deep(SCHEMA, STORE, RECORD, CATALOG, LAYOUT),
            deep(TRANSACTION, STORE, RECORD),
            deep(CACHE, RECORD),
            deep(
                    CONTEXT,
                    MODEL,
                    LAYOUT,
                    ENHANCED,
                    ENHANCE,
                    TRANSACTION,
                    CACHE,
                    OPTIMIZE,
                    EXECUTE,
                    STORE,
                    RECORD,
                    PLAN,
                    CATALOG,
                    EVALUATE),
            deep(
                    QUERY, "query", "jpql", MAPPING, LAYOUT, OPTIMIZE, EXECUTE, CONTEXT, CACHE, SCHEMA, STORE, RECORD,
                    PLAN, CATALOG, EVALUATE),
            deep("internal.session", "query", CONTEXT, QUERY, TRANSACTION, CACHE, SCHEMA, MAPPING, STORE));

    /** The parser, a module of its own. */
    private static final Room JPQL = deep("jpql");

    /** Where the interfaces of the specification are implemented; the empty name is the root itself. */
    static final List<String> FACING_THE_USER = List.of(
            "",
            "internal.mapping.metamodel",
            "internal.enhance",
            "internal.schema",
            "internal.transaction",
            "internal.cache",
            "internal.query.criteria",
            "internal.query.result",
            "internal.session",
            "internal.bootstrap");

    private static Room flat(String name, String... sees) {
        return new Room(name, false, List.of(sees));
    }

    private static Room deep(String name, String... sees) {
        return new Room(name, true, List.of(sees));
    }

    static Optional<Room> find(String name) {
        return Stream.concat(ALL.stream(), Stream.of(JPQL))
                .filter(room -> room.name.equals(name))
                .findFirst();
    }

    static Room named(String name) {
        return find(name).orElseThrow(() -> new AssertionError("no room is named " + name));
    }

    /** Returns the pattern of this room's packages. */
    String packages(String root) {
        return root + "." + name + (deep ? ".." : "");
    }

    /** Returns the patterns of all that this room may see, itself included. */
    String[] visible(String root) {
        return Stream.of(Stream.of(name), SEEN_BY_ALL.stream(), sees.stream())
                .flatMap(names -> names)
                .map(seen -> named(seen).packages(root))
                .toArray(String[]::new);
    }
}
