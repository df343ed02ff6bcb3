package dev.dormouse.internal.schema;

import dev.dormouse.settings.DormouseSettings;
import dev.dormouse.settings.UnitSettings;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Map;

/** What happens to the schema when a factory starts. */
public enum SchemaAction {
    /** Nothing: a missing table fails what touches it. */
    NONE,
    /** What is missing is created, tables are widened, nothing is dropped. */
    UPDATE,
    /** As {@link #UPDATE}: what exists already stays. */
    CREATE,
    /** The tables and sequences of the unit are dropped. */
    DROP,
    /** They are dropped, then created. */
    DROP_AND_CREATE,
    /** The start fails where the schema does not fit the mapping; nothing is changed. */
    VALIDATE;

    private static final String STANDARD = "jakarta.persistence.schema-generation.";
    private static final String DATABASE_ACTION = STANDARD + "database.action";
    private static final String METADATA = "metadata";

    /** Properties that ask for scripts, each with the values that ask for nothing. */
    private static final Map<String, List<String>> SCRIPTS = Map.ofEntries(
            Map.entry(STANDARD + "scripts.action", List.of("none")),
            Map.entry(STANDARD + "create-source", List.of(METADATA)),
            Map.entry(STANDARD + "drop-source", List.of(METADATA)),
            Map.entry(STANDARD + "create-script-source", List.of()),
            Map.entry(STANDARD + "drop-script-source", List.of()),
            Map.entry(STANDARD + "scripts.create-target", List.of()),
            Map.entry(STANDARD + "scripts.drop-target", List.of()),
            Map.entry(STANDARD + "create-target", List.of()),
            Map.entry(STANDARD + "drop-target", List.of()),
            Map.entry("jakarta.persistence.sql-load-script-source", List.of()));

    /**
     * Returns the action that the settings of a unit ask for: the standard property (specification, section 9.4), else {@code
     * dormouse.schema}.
     *
     * @throws PersistenceException if the action is unknown, or scripts are asked for
     */
    public static SchemaAction of(UnitSettings settings) {
        SCRIPTS.forEach((key, harmless) -> refuseScript(settings, key, harmless));
        Object action = settings.standard().get(DATABASE_ACTION);
        if (action == null) {
            return settings.values().choice(DormouseSettings.SCHEMA).equals("strict") ? NONE : UPDATE;
        }
        return switch (action.toString().strip()) {
            case "none" -> NONE;
            case "create" -> CREATE;
            case "drop" -> DROP;
            case "drop-and-create" -> DROP_AND_CREATE;
            case "validate" -> VALIDATE;
            default -> throw new PersistenceException(SchemaMessages.UNKNOWN_ACTION.text(action, DATABASE_ACTION));
        };
    }

    private static void refuseScript(UnitSettings settings, String key, List<String> harmless) {
        Object value = settings.standard().get(key);
        if (value != null && !harmless.contains(value.toString().strip())) {
            throw new PersistenceException(SchemaMessages.SCRIPTS_NOT_SUPPORTED.text(key, value));
        }
    }
}
