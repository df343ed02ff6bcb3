package dev.dormouse.settings;

import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Typed access to a map of settings; a setting that is not in the map has its default. A value that cannot be read is a {@link PersistenceException}.
 * Each value is read once. Thread-safe.
 */
public final class SettingValues {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,15})(ms|s|m|h)?");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,15})(KiB|MiB|GiB|TiB)?");

    private final Map<String, String> texts;
    private final Map<String, Object> read = new ConcurrentHashMap<>();

    /**
     * Makes one of a copy of a map.
     *
     * @param texts the settings by key
     */
    public SettingValues(Map<String, String> texts) {
        this.texts = Map.copyOf(texts);
    }

    /** Returns the settings by key. */
    public Map<String, String> texts() {
        return texts;
    }

    @SuppressWarnings("unchecked")
    private <T> T once(String key, Function<String, T> reading) {
        Object known = read.get(key);
        if (known == null) {
            known = reading.apply(key);
            read.put(key, known);
        }
        return (T) known;
    }

    /** Returns the text of a setting that has a default, or that the map has. */
    public String text(String key) {
        String text = texts.get(key);
        if (text == null) {
            text = setting(key).defaultValue();
        }
        return Objects.requireNonNull(text, key);
    }

    /** Returns the chosen word of a setting that has a few. */
    public String choice(String key) {
        Setting setting = setting(key);
        String text = text(key).toLowerCase(Locale.ROOT);
        if (!setting.choices().contains(text)) {
            throw wrong(setting, text, "one of " + String.join(", ", setting.choices()));
        }
        return text;
    }

    /** Returns whether a flag is set. */
    public boolean flag(String key) {
        String text = text(key).toLowerCase(Locale.ROOT);
        if (!text.equals("true") && !text.equals("false")) {
            throw wrong(setting(key), text, "true or false");
        }
        return text.equals("true");
    }

    /** Returns a whole number, 0 or more. */
    public int number(String key) {
        return once(key, this::readNumber);
    }

    private int readNumber(String key) {
        String text = text(key);
        if (!text.matches("\\d{1,9}")) {
            throw wrong(setting(key), text, "a whole number from 0 to 999999999");
        }
        return Integer.parseInt(text);
    }

    /** Returns a duration. */
    public Duration duration(String key) {
        return once(key, this::readDuration);
    }

    private Duration readDuration(String key) {
        String text = text(key);
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw wrong(setting(key), text, "a duration such as 250ms, 10s or 5m");
        }
        long amount = Long.parseLong(matcher.group(1));
        String unit = matcher.group(2) == null ? "ms" : matcher.group(2);
        return switch (unit) {
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofMillis(amount);
        };
    }

    /** Returns a number of bytes. */
    public long size(String key) {
        String text = text(key);
        Matcher matcher = SIZE.matcher(text);
        if (!matcher.matches()) {
            throw wrong(setting(key), text, "a number of bytes such as 64KiB, 16MiB or 1TiB");
        }
        String unit = matcher.group(2) == null ? "" : matcher.group(2);
        int shift =
                switch (unit) {
                    case "KiB" -> 10;
                    case "MiB" -> 20;
                    case "GiB" -> 30;
                    case "TiB" -> 40;
                    default -> 0;
                };
        try {
            return Math.multiplyExact(Long.parseLong(matcher.group(1)), 1L << shift);
        } catch (ArithmeticException tooLarge) {
            throw wrong(setting(key), text, "less than 8 EiB");
        }
    }

    /** Proves that the value of every setting can be read. */
    void check() {
        for (Setting setting : SettingTable.all().values()) {
            switch (setting.kind()) {
                case CHOICE -> choice(setting.key());
                case FLAG -> flag(setting.key());
                case NUMBER -> number(setting.key());
                case DURATION -> duration(setting.key());
                case SIZE -> size(setting.key());
                case TEXT -> {}
            }
        }
    }

    private static Setting setting(String key) {
        Setting setting = SettingTable.all().get(key);
        if (setting == null) {
            throw new AssertionError("no setting " + key);
        }
        return setting;
    }

    private static PersistenceException wrong(Setting setting, String text, String required) {
        return new PersistenceException(
                SettingMessages.WRONG_VALUE.text(setting.key(), text, required, setting.defaultValue()));
    }
}
