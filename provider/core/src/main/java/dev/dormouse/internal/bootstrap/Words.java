package dev.dormouse.internal.bootstrap;

import jakarta.persistence.PersistenceException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the words of a description and of its properties stand for. */
final class Words {

    private Words() {}

    /**
     * Returns what a property says, else what the description says.
     *
     * @param described what the description says, null for nothing
     */
    static <E extends Enum<E>> @Nullable E chosen(
            String key, UnitDescription unit, Map<String, Object> properties, Class<E> type, @Nullable E described) {
        Object given = properties.get(key);
        return given == null
                ? described
                : constant(key, unit.name(), given.toString().strip(), type);
    }

    /** Returns the constant that a word names, in whatever case. */
    static <E extends Enum<E>> E constant(String element, String unit, String word, Class<E> type) {
        E[] constants = type.getEnumConstants();
        for (E constant : constants) {
            if (constant.name().equals(word.toUpperCase(Locale.ROOT))) {
                return constant;
            }
        }
        throw wrong(element, unit, word, Arrays.asList(constants));
    }

    static PersistenceException wrong(String element, String unit, String word, List<?> allowed) {
        return new PersistenceException(BootstrapMessages.WRONG_TEXT.text(element, unit, word, allowed));
    }
}
