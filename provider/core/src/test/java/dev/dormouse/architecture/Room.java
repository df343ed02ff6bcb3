package dev.dormouse.architecture;

import java.util.ArrayList;
import java.util.List;

/**
 * One room of the house and the rooms that it may see besides itself, failure, settings and store.type.
 *
 * @param name its package below the root
 * @param deep whether its subpackages belong to it
 * @param sees packages below the root; a name that ends in two dots means with all subpackages
 */
record Room(String name, boolean deep, List<String> sees) {

    private static final String STORE = "store";
    private static final String RECORD = "store.record";
    private static final String PLAN = "store.plan";
    private static final String CATALOG = "store.catalog";
    private static final String EVALUATE = "store.evaluate";
    private static final String MODEL = "internal.mapping.model";
    private static final String MAPPING = "internal.mapping..";
    private static final String ENHANCE = "internal.enhance..";
    private static final String LAYOUT = "internal.layout..";

    /** All rooms of provider/core but bootstrap, which sees everything. */
    static final List<Room> ALL = List.of(
            leaf("annotation"),
            leaf("settings"),
            leaf("failure"),
            leaf("query"),
            leaf("store.type"),
            new Room(RECORD, false, List.of()),
            new Room(PLAN, false, List.of(RECORD)),
            new Room(CATALOG, false, List.of(RECORD)),
            new Room(EVALUATE, false, List.of(PLAN, RECORD)),
            new Room(STORE, false, List.of(RECORD, PLAN, CATALOG, EVALUATE)),
            new Room("store.lock", false, List.of(STORE)),
            new Room("store.writeset", true, List.of(STORE, RECORD, PLAN, CATALOG, EVALUATE, "store.lock")),
            new Room("internal.memory", true, List.of("store..")),
            new Room("internal.optimize", true, List.of(STORE, RECORD, PLAN, CATALOG)),
            new Room("internal.execute", true, List.of(STORE, RECORD, PLAN, CATALOG, EVALUATE)),
            new Room(MODEL, false, List.of("annotation")),
            // what was written is said in the words of the model: type names, paths, basic kinds
            new Room("internal.mapping.raw", false, List.of(MODEL, "annotation")),
            new Room("internal.mapping", true, List.of("annotation")),
            new Room("internal.enhance", true, List.of(MODEL, RECORD)),
            new Room("internal.layout", true, List.of(MODEL, ENHANCE, STORE, RECORD, CATALOG)),
            new Room("internal.schema", true, List.of(STORE, RECORD, CATALOG, LAYOUT)),
            new Room("internal.transaction", true, List.of(STORE, RECORD)),
            new Room("internal.cache", true, List.of(RECORD)),
            new Room(
                    "internal.context",
                    true,
                    List.of(
                            MODEL,
                            LAYOUT,
                            ENHANCE,
                            "internal.transaction",
                            "internal.cache",
                            "internal.optimize..",
                            "internal.execute..",
                            STORE,
                            RECORD,
                            PLAN,
                            CATALOG,
                            EVALUATE)),
            new Room(
                    "internal.query",
                    true,
                    List.of(
                            "query",
                            MAPPING,
                            LAYOUT,
                            "internal.optimize..",
                            "internal.execute..",
                            "internal.context..",
                            "internal.cache",
                            "internal.schema",
                            STORE,
                            RECORD,
                            PLAN,
                            CATALOG,
                            EVALUATE,
                            "jpql..")),
            new Room(
                    "internal.session",
                    true,
                    List.of(
                            "query",
                            "internal.context..",
                            "internal.query..",
                            "internal.transaction",
                            "internal.cache",
                            "internal.schema",
                            MAPPING,
                            LAYOUT,
                            STORE)));

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

    private static Room leaf(String name) {
        return new Room(name, false, List.of());
    }

    /** Returns the package patterns of this room. */
    List<String> packages(String root) {
        List<String> patterns = new ArrayList<>();
        patterns.add(root + "." + name);
        if (deep) {
            patterns.add(root + "." + name + "..");
        }
        return patterns;
    }
}
