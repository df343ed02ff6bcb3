package dev.dormouse.store.record;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a store of documents is told of a table beside its type, in the options of the table. Other stores keep it and do not heed it: values
 * are the same either way.
 */
public enum DocumentForm {
    /** Of a field of text, or of an array of texts: each is the 24 hexadecimal digits of an ObjectId. */
    OBJECT_ID,
    /** Of an array of entries with a key of text: its document has a field for each key. */
    SUB_DOCUMENT,
    /** Of a whole table: a record links others; its document has an ObjectId of its own, and the key in plain fields. */
    LINK;

    private static final String OPTION = "document";

    /** Writes this form of a field into the options of its table; nested fields by dots, those of an array's elements too. */
    public void writeTo(Map<String, String> options, String path) {
        options.put(OPTION + "." + path, name().toLowerCase(Locale.ROOT));
    }

    /** Writes this form of a whole table into its options. */
    public void writeTo(Map<String, String> options) {
        options.put(OPTION, name().toLowerCase(Locale.ROOT));
    }

    /** Copies the forms of the fields of an array's elements into the options of the table that has the array. */
    public static void copy(Map<String, String> ofElement, Map<String, String> ofTable, String array) {
        ofElement.forEach(
                (option, form) -> ofTable.put(OPTION + "." + array + option.substring(OPTION.length()), form));
    }

    /** Returns the form of a field by its path. */
    public static Optional<DocumentForm> of(TableDefinition table, String path) {
        return named(table.options().get(OPTION + "." + path));
    }

    /** Returns the form of a whole table. */
    public static Optional<DocumentForm> of(TableDefinition table) {
        return named(table.options().get(OPTION));
    }

    private static Optional<DocumentForm> named(@Nullable String name) {
        return Optional.ofNullable(name).map(n -> valueOf(n.toUpperCase(Locale.ROOT)));
    }
}
