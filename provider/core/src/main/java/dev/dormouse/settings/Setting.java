package dev.dormouse.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One setting: its name, its default and what its values are.
 *
 * @param key one of the constants of {@link DormouseSettings}
 * @param defaultValue the text that stands where nothing is set, null for a setting without default
 * @param kind what its values are
 * @param choices the values of a {@link Kind#CHOICE}
 */
public record Setting(String key, @Nullable String defaultValue, Kind kind, List<String> choices) {

    /** Copies the list. */
    public Setting {
        choices = List.copyOf(choices);
    }

    /** What the values of a setting are. */
    public enum Kind {
        /** Any text. */
        TEXT,
        /** One of a few words. */
        CHOICE,
        /** {@code true} or {@code false}. */
        FLAG,
        /** A whole number, 0 or more. */
        NUMBER,
        /** A time, as {@code 10s}. */
        DURATION,
        /** A number of bytes, as {@code 16MiB}. */
        SIZE
    }

    static Setting text(String key) {
        return new Setting(key, null, Kind.TEXT, List.of());
    }

    static Setting choice(String key, String... choices) {
        return new Setting(key, choices[0], Kind.CHOICE, List.of(choices));
    }

    static Setting flag(String key) {
        return new Setting(key, "false", Kind.FLAG, List.of());
    }

    static Setting number(String key, String defaultValue) {
        return new Setting(key, defaultValue, Kind.NUMBER, List.of());
    }

    static Setting duration(String key, String defaultValue) {
        return new Setting(key, defaultValue, Kind.DURATION, List.of());
    }

    static Setting size(String key, String defaultValue) {
        return new Setting(key, defaultValue, Kind.SIZE, List.of());
    }
}
