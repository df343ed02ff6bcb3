package dev.dormouse.mongodb.internal.transaction;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.bulk.BulkWriteError;
import dev.dormouse.failure.StoreMessages;
import dev.dormouse.mongodb.internal.document.TableForm;
import dev.dormouse.mongodb.internal.failure.DriverFailures;
import dev.dormouse.mongodb.internal.failure.ErrorCodes;
import dev.dormouse.mongodb.internal.failure.MongoMessages;
import dev.dormouse.store.Change;
import dev.dormouse.store.ConstraintViolationException;
import dev.dormouse.store.ConstraintViolationException.Kind;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.IndexPart;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a refused bulk write means for the changes it came from. */
final class WriteFailures {

    private static final Pattern DUPLICATE = Pattern.compile("index: (.+?) dup key: ");
    private static final String PRIMARY = "_id_";
    private static final String PAIR = "pair";

    private WriteFailures() {}

    /** Tells whether two transactions wrote the same record. */
    static boolean isConflict(MongoException error) {
        return DriverFailures.isWriteConflict(error)
                || (error instanceof MongoBulkWriteException bulk
                        && bulk.getWriteErrors().stream().anyMatch(e -> e.getCode() == ErrorCodes.WRITE_CONFLICT));
    }

    /** Tells whether an update met the mark of a shared lock. */
    static boolean meetsMark(MongoException error) {
        return error instanceof MongoBulkWriteException bulk
                && bulk.getWriteErrors().stream()
                        .anyMatch(e -> e.getCode() == ErrorCodes.BAD_VALUE
                                && e.getMessage().contains("$pull"));
    }

    /** Returns the store's exception for a bulk write that is no conflict. */
    static StoreException mapped(MongoException error, TableWrites writes) {
        if (error instanceof MongoBulkWriteException bulk
                && !bulk.getWriteErrors().isEmpty()) {
            BulkWriteError first = bulk.getWriteErrors().get(0);
            Change origin = writes.origin(first.getIndex());
            if (first.getCode() == ErrorCodes.DUPLICATE_KEY) {
                return duplicate(writes.form(), origin, first.getMessage());
            }
            if (first.getCode() == ErrorCodes.BSON_TOO_LARGE
                    || first.getCode() == ErrorCodes.BSON_TOO_LARGE_IN_UPDATE) {
                return new StoreException(
                        MongoMessages.DOCUMENT_TOO_LARGE.text(key(origin), origin.table(), "more"), error);
            }
        }
        return DriverFailures.mapped(error, writes.form().table().name());
    }

    private static ConstraintViolationException duplicate(TableForm form, Change change, String text) {
        Matcher matcher = DUPLICATE.matcher(text);
        String index = matcher.find() ? matcher.group(1) : PRIMARY;
        TableDefinition table = form.table();
        if (index.equals(PRIMARY) || (form.isKeyInFields() && index.equals(PAIR))) {
            return new ConstraintViolationException(
                    Kind.PRIMARY_KEY,
                    table.name(),
                    table.name(),
                    StoreMessages.DUPLICATE_KEY.text(key(change), table.name()));
        }
        return new ConstraintViolationException(
                Kind.UNIQUE,
                table.name(),
                index,
                StoreMessages.DUPLICATE_VALUE.text(shown(table, index, change), index, table.name()));
    }

    private static Object shown(TableDefinition table, String name, Change change) {
        IndexDefinition index = table.index(name).orElse(null);
        List<@Nullable Object> values = new ArrayList<>();
        if (index != null) {
            for (IndexPart part : index.parts()) {
                if (change instanceof Change.Insert insert) {
                    values.add(insert.record().get(part.path()));
                } else if (change instanceof Change.Patch patch) {
                    patch.fields().stream()
                            .filter(field ->
                                    field.path().equals(part.path()) && field instanceof Change.FieldChange.Set)
                            .forEach(field -> values.add(((Change.FieldChange.Set) field).value()));
                }
            }
        }
        return values.isEmpty() ? key(change) : values.size() == 1 ? String.valueOf(values.get(0)) : values;
    }

    /** Returns the key of the record that a change is of. */
    static Key key(Change change) {
        if (change instanceof Change.Insert insert) {
            return change.table().keyOf(insert.record());
        }
        if (change instanceof Change.Patch patch) {
            return patch.key();
        }
        return change instanceof Change.Delete delete ? delete.key() : ((Change.Verify) change).key();
    }
}
