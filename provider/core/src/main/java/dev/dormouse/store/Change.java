package dev.dormouse.store;

import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.TableDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One change of one record. A list of them goes to the store in an order in which no record refers to one not yet written. */
public sealed interface Change {

    /** Returns the table. */
    TableDefinition table();

    /**
     * A new record.
     *
     * @param table the table
     * @param record the record with its key fields; the store may keep the object. In a row-numbered table the store sets the key.
     */
    record Insert(TableDefinition table, Record record) implements Change {}

    /**
     * Some fields of an existing record. Fields that are not named keep what the newest committed record has.
     *
     * @param table the table
     * @param key its primary key
     * @param fields what changes
     * @param guard what must hold of the record, now and at commit
     */
    record Patch(TableDefinition table, Key key, List<FieldChange> fields, Guard guard) implements Change {
        /** Copies the list. */
        public Patch {
            fields = List.copyOf(fields);
        }
    }

    /**
     * The end of an existing record.
     *
     * @param table the table
     * @param key its primary key
     * @param guard what must hold of the record, now and at commit
     */
    record Delete(TableDefinition table, Key key, Guard guard) implements Change {}

    /**
     * No change, but a condition for the commit.
     *
     * @param table the table
     * @param key its primary key
     * @param guard what must hold of the record at commit
     */
    record Verify(TableDefinition table, Key key, Guard guard) implements Change {}

    /** What must hold of a record that is changed; a record that is gone fails every guard. */
    sealed interface Guard {
        /** That it exists. */
        enum Exists implements Guard {
            /** The only one. */
            INSTANCE
        }

        /** That nobody changed it since this transaction's snapshot of it (bulk statements). */
        enum Unchanged implements Guard {
            /** The only one. */
            INSTANCE
        }

        /**
         * That its version is this one.
         *
         * @param path the version field
         * @param expected the version as it was read; null for a record that never had one
         */
        record Version(FieldPath path, @Nullable Object expected) implements Guard {}
    }

    /** What becomes of one field. */
    sealed interface FieldChange {
        /** Returns the field. */
        FieldPath path();

        /**
         * Sets it.
         *
         * @param path the field: basic, an array, or a nested record as a whole
         * @param value the new value, null for none
         */
        record Set(FieldPath path, @Nullable Object value) implements FieldChange {}

        /**
         * Appends elements to an array.
         *
         * @param path the array
         * @param elements what is appended
         */
        record Append(FieldPath path, List<Object> elements) implements FieldChange {}

        /**
         * Removes from an array one element for each that is given and equal.
         *
         * @param path the array
         * @param elements what is removed
         */
        record Remove(FieldPath path, List<Object> elements) implements FieldChange {}
    }
}
