package dev.dormouse.benchmarks;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One of the tables: Dormouse, plain and enhanced, beside hand-written code and peers under the same conditions. */
enum Comparison {
    MAIN(
            "Commits that do not wait for the disk",
            """
            H2 does not flush at commit, so Dormouse runs with `dormouse.lmdb.durability=interval` and the hand-written code with MDB_NOSYNC. Shared caches are off on all
            sides; H2 must not answer a repeated query with its last result (OPTIMIZE_REUSE_RESULTS=0). EclipseLink's classes are woven.""",
            Database.RAW,
            Database.DORMOUSE,
            Database.DORMOUSE_ENHANCED,
            List.of(Database.HIBERNATE_H2, Database.ECLIPSELINK_H2),
            operation -> true),
    DURABLE(
            "Durable commits",
            """
            What is committed survives a power loss: Dormouse with `dormouse.lmdb.durability=commit`, the hand-written code with a flush for each commit of LMDB, SQLite with WAL and
            synchronous=FULL. The hand-written code, too, writes what several threads have waiting in one transaction. Shared caches are off. What only reads is in the first table.""",
            Database.RAW_DURABLE,
            Database.DORMOUSE_DURABLE,
            Database.DORMOUSE_ENHANCED_DURABLE,
            List.of(Database.HIBERNATE_SQLITE),
            Operation::writes),
    CACHED(
            "Shared caches on",
            """
            As in the first table, but Hibernate has all entities in its second-level cache (JCache with Caffeine) and EclipseLink has its shared cache, both filled by the rounds that
            warm up. Dormouse has no shared cache yet: its columns are those of the first table. Query caches are off, and H2 has no last result to give.""",
            null,
            Database.DORMOUSE,
            Database.DORMOUSE_ENHANCED,
            List.of(Database.HIBERNATE_H2_CACHED, Database.ECLIPSELINK_H2_CACHED),
            operation -> Names.CACHED.contains(operation.method())),
    MONGODB(
            "MongoDB",
            """
            Dormouse and code written by hand with the driver on one server, a replica set of one on this machine, on the same documents and indexes. What writes does so in
            transactions that end with w:majority and the journal on the disk; what reads does so from the majority. Round trips are counted for one invocation: "by hand / Dormouse".""",
            Database.DRIVER,
            Database.DORMOUSE_MONGODB,
            Database.DORMOUSE_ENHANCED_MONGODB,
            List.of(),
            operation -> true);

    /** What MongoDB may take beside the code of the driver. */
    static final double SERVER_LIMIT = 1.4;

    private final String title;
    private final String conditions;
    private final @Nullable Database byHand;
    private final Database plain;
    private final Database enhanced;
    private final List<Database> peers;
    private final Predicate<Operation> rows;

    Comparison(
            String title,
            String conditions,
            @Nullable Database byHand,
            Database plain,
            Database enhanced,
            List<Database> peers,
            Predicate<Operation> rows) {
        this.title = title;
        this.conditions = conditions;
        this.byHand = byHand;
        this.plain = plain;
        this.enhanced = enhanced;
        this.peers = peers;
        this.rows = rows;
    }

    String title() {
        return title;
    }

    String conditions() {
        return conditions;
    }

    @Nullable
    Database byHand() {
        return byHand;
    }

    Database plain() {
        return plain;
    }

    Database enhanced() {
        return enhanced;
    }

    List<Database> peers() {
        return peers;
    }

    boolean has(Operation operation) {
        return rows.test(operation);
    }

    List<Database> sides() {
        return Stream.concat(Stream.of(byHand, plain, enhanced).flatMap(Stream::ofNullable), peers.stream())
                .toList();
    }

    /** Returns how many times the time of the hand-written code an operation may take here. */
    @Nullable
    Double limit(Operation operation) {
        return switch (this) {
            case MAIN -> operation.limit();
            case DURABLE -> operation.durableLimit();
            case CACHED -> null;
            case MONGODB -> SERVER_LIMIT;
        };
    }

    private static final class Names {
        /** What a cache of entities can serve. */
        static final Set<String> CACHED = Set.of(
                "find1000InOneContext",
                "find1000InNewContexts",
                "findGraph",
                "walkTreeOf1023",
                "uniqueLookup",
                "indexedEquality",
                "fetchJoin",
                "update1000",
                "updateVersioned100");
    }
}
