package dev.dormouse.settings;

import dev.dormouse.failure.NearestName;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Timeout;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The checked properties of one persistence unit.
 *
 * @param url where the data is, without {@code jdbc:dormouse:}
 * @param values the settings that begin with {@code dormouse.}, complete with defaults
 * @param standard all other properties as they were given
 * @param ignored the keys that were accepted and mean nothing here, in order; to be logged once
 * @param unknown the keys of the specification's namespace that it does not know, in order; to be logged once
 */
public record UnitSettings(
        String url, SettingValues values, Map<String, Object> standard, List<String> ignored, List<String> unknown) {

    private static final System.Logger LOG = System.getLogger(UnitSettings.class.getName());
    private static final String JDBC_URL = "jakarta.persistence.jdbc.url";
    private static final String JDBC_PREFIX = "jdbc:dormouse:";
    private static final List<String> SCHEMES = List.of("lmdb:", "memory:", "mongodb://", "mongodb+srv://");
    private static final List<String> TIMEOUTS = List.of(DormouseHints.LOCK_TIMEOUT, DormouseHints.QUERY_TIMEOUT);
    private static final Pattern MILLISECONDS = Pattern.compile("-?\\d{1,15}");
    private static final String CREATE_SCHEMAS = "jakarta.persistence.schema-generation.create-database-schemas";
    private static final Pattern FLAG = Pattern.compile("(?i)true|false");
    private static final List<String> OTHER_PROVIDERS = List.of("hibernate.", "eclipselink.", "javax.persistence.");

    /** Copies the collections. */
    public UnitSettings {
        standard = Collections.unmodifiableMap(new LinkedHashMap<>(standard));
        ignored = List.copyOf(ignored);
        unknown = List.copyOf(unknown);
    }

    /**
     * Checks the properties of a unit.
     *
     * @param unit the name of the persistence unit
     * @param properties the merged properties; a null value means that nothing is set
     * @throws PersistenceException if a key that begins with {@code dormouse.} is unknown, or a value unusable
     */
    public static UnitSettings of(String unit, Map<String, ? extends @Nullable Object> properties) {
        Map<String, String> texts = new TreeMap<>();
        Map<String, Object> standard = new TreeMap<>();
        TreeSet<String> ignored = new TreeSet<>();
        TreeSet<String> unknown = new TreeSet<>();
        properties.forEach((key, value) -> {
            if (value == null) {
                return;
            }
            if (key.startsWith(DormouseSettings.PREFIX)) {
                checkKnown(key);
                texts.put(key, value.toString().strip());
            } else {
                standard.put(key, value);
                if (isIgnored(key)) {
                    ignored.add(key);
                } else if (StandardProperties.isUnknown(key)) {
                    unknown.add(key);
                }
            }
        });
        String url = url(unit, texts.get(DormouseSettings.URL), standard.get(JDBC_URL));
        texts.put(DormouseSettings.URL, url);
        SettingTable.all().values().stream()
                .filter(setting -> setting.defaultValue() != null)
                .forEach(setting -> texts.putIfAbsent(setting.key(), Objects.requireNonNull(setting.defaultValue())));
        SettingValues values = new SettingValues(texts);
        values.check();
        TIMEOUTS.forEach(key -> check(key, standard.get(key), MILLISECONDS, "a number of milliseconds"));
        check(CREATE_SCHEMAS, standard.get(CREATE_SCHEMAS), FLAG, "true or false");
        return new UnitSettings(url, values, standard, List.copyOf(ignored), List.copyOf(unknown));
    }

    private static void checkKnown(String key) {
        if (!SettingTable.all().containsKey(key)) {
            throw new PersistenceException(SettingMessages.UNKNOWN_SETTING.text(
                    key, NearestName.remedy(key, SettingTable.all().keySet())));
        }
    }

    private static boolean isIgnored(String key) {
        return StandardProperties.isWithoutEffect(key)
                || OTHER_PROVIDERS.stream().anyMatch(key::startsWith);
    }

    /** Refuses at the start what would fail every entity manager, or would say nothing. */
    private static void check(String key, @Nullable Object value, Pattern form, String required) {
        Object text = value instanceof Timeout timeout ? timeout.milliseconds() : value;
        if (text != null && !form.matcher(text.toString().strip()).matches()) {
            throw new PersistenceException(SettingMessages.WRONG_STANDARD_VALUE.text(key, value, required));
        }
    }

    private static String url(String unit, @Nullable String own, @Nullable Object standard) {
        String ownUrl = own == null || own.isEmpty() ? null : plain(own, DormouseSettings.URL);
        String text = standard == null ? "" : standard.toString().strip();
        String standardUrl = text.isEmpty() ? null : plain(text, JDBC_URL);
        if (ownUrl != null && standardUrl != null && !ownUrl.equals(standardUrl)) {
            throw new PersistenceException(SettingMessages.TWO_URLS.text(
                    withoutSecrets(ownUrl), DormouseSettings.URL, withoutSecrets(standardUrl), JDBC_URL));
        }
        if (ownUrl != null) {
            return ownUrl;
        }
        return standardUrl != null ? standardUrl : "lmdb:" + unit;
    }

    private static String plain(String url, String property) {
        if (!isServed(url)) {
            throw new PersistenceException(SettingMessages.UNKNOWN_URL.text(withoutSecrets(url), property));
        }
        return withoutPrefix(url);
    }

    private static String withoutPrefix(String url) {
        return url.startsWith(JDBC_PREFIX) ? url.substring(JDBC_PREFIX.length()) : url;
    }

    /** Returns whether an address is of a kind that this provider serves. */
    public static boolean isServed(String url) {
        String plain = withoutPrefix(url.strip());
        return SCHEMES.stream().anyMatch(plain::startsWith);
    }

    /** Returns an address as it may be shown: without user and password. */
    static String withoutSecrets(String url) {
        return url.replaceAll("://[^/@]*@", "://***@");
    }

    /** Returns the URL as it may be logged: without user and password. */
    public String printableUrl() {
        return withoutSecrets(url);
    }

    /** Writes the keys that mean nothing here to the log, in one line, and those that nobody knows in another. */
    public void logIgnored(String unit) {
        if (!ignored.isEmpty()) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "Persistence unit {0}: these properties have no effect here: {1}",
                    unit,
                    String.join(", ", ignored));
        }
        if (!unknown.isEmpty()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Persistence unit {0}: the specification does not know these properties, they are ignored: {1}",
                    unit,
                    StandardProperties.described(unknown));
        }
    }
}
