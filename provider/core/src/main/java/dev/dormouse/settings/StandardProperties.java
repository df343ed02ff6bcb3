package dev.dormouse.settings;

import dev.dormouse.failure.NearestName;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The names that the specification keeps for itself: those of a persistence unit (sections 8.2.1.11, 9.1, 9.4 and 9.7, and the constants of {@code
 * PersistenceConfiguration}) and those of a call (sections 3.2, 3.5, 3.9 and 3.11). Each of them works, or has no effect here and is listed in the log, or is
 * refused by the room that would serve it. A name with this prefix that the specification does not know must be ignored (section 9.7); so that a misspelt one
 * is found, it is logged once with the name that was probably meant.
 */
public final class StandardProperties {

    /** With which every name of the specification begins. */
    public static final String PREFIX = "jakarta.persistence.";

    private static final System.Logger LOG = System.getLogger(StandardProperties.class.getName());
    private static final int REPORTS = 1_000;
    private static final Set<String> REPORTED = ConcurrentHashMap.newKeySet();

    /** Names of a unit that have nothing to act on: there is no driver, and nothing is injected by the provider. */
    private static final Set<String> WITHOUT_EFFECT =
            names("jdbc.driver", "jdbc.user", "jdbc.password", "qualifiers", "scope");

    private static final Set<String> OF_A_UNIT = names(
            "provider",
            "transactionType",
            "jtaDataSource",
            "nonJtaDataSource",
            "dataSource",
            "jdbc.url",
            "sharedCache.mode",
            "lock.timeout",
            "query.timeout",
            "bean.manager",
            "validation.mode",
            "validation.factory",
            "validation.group.pre-persist",
            "validation.group.pre-update",
            "validation.group.pre-remove",
            "schema-generation.database.action",
            "schema-generation.scripts.action",
            "schema-generation.create-source",
            "schema-generation.drop-source",
            "schema-generation.create-script-source",
            "schema-generation.drop-script-source",
            "schema-generation.scripts.create-target",
            "schema-generation.scripts.drop-target",
            "schema-generation.create-target",
            "schema-generation.drop-target",
            "schema-generation.create-database-schemas",
            "schema-generation.connection",
            "database-product-name",
            "database-major-version",
            "database-minor-version",
            "sql-load-script-source");

    private static final Set<String> OF_A_CALL = names(
            "lock.timeout",
            "lock.scope",
            "query.timeout",
            "cache.retrieveMode",
            "cache.storeMode",
            "fetchgraph",
            "loadgraph");

    private StandardProperties() {}

    private static Set<String> names(String... ends) {
        Set<String> names = new TreeSet<>();
        for (String end : ends) {
            names.add(PREFIX + end);
        }
        return Collections.unmodifiableSet(names);
    }

    /** Returns the names that a unit acts upon or refuses. */
    public static Set<String> ofAUnit() {
        return OF_A_UNIT;
    }

    /** Returns the names that an entity manager, a call of it or a query acts upon or refuses. */
    public static Set<String> ofACall() {
        return OF_A_CALL;
    }

    /** Returns all names of the specification. */
    public static Set<String> all() {
        Set<String> all = new TreeSet<>(OF_A_UNIT);
        all.addAll(OF_A_CALL);
        all.addAll(WITHOUT_EFFECT);
        return all;
    }

    /** Returns whether a property of a unit is one of the specification that changes nothing there. */
    static boolean isWithoutEffect(String key) {
        return !OF_A_UNIT.contains(key) && (WITHOUT_EFFECT.contains(key) || OF_A_CALL.contains(key));
    }

    /** Returns whether a name claims to be of the specification and is not. */
    static boolean isUnknown(String key) {
        return key.startsWith(PREFIX) && !OF_A_UNIT.contains(key) && !isWithoutEffect(key);
    }

    /** Returns unknown names as a log shows them, each with the name that was probably meant. */
    static String described(List<String> unknown) {
        return String.join(
                ", ",
                unknown.stream()
                        .map(key -> NearestName.of(key, all())
                                .map(name -> key + " (did you mean " + name + "?)")
                                .orElse(key))
                        .toList());
    }

    /**
     * Takes note of a name that was given to an entity manager, a call or a query: one of the specification that says nothing there is logged, once in the life of the
     * JVM.
     */
    public static void reportOnCall(String key) {
        if (!key.startsWith(PREFIX) || OF_A_CALL.contains(key) || REPORTED.size() >= REPORTS || !REPORTED.add(key)) {
            return;
        }
        if (isUnknown(key)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "A hint that the specification does not know is ignored: {0}",
                    described(List.of(key)));
        } else {
            LOG.log(
                    System.Logger.Level.INFO,
                    "A property of a persistence unit has no effect on an entity manager or a query: {0}",
                    key);
        }
    }
}
