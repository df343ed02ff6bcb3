package dev.dormouse.mongodb.internal.store;

import com.mongodb.client.MongoDatabase;
import dev.dormouse.mongodb.internal.constraint.ReferenceCheck;
import dev.dormouse.mongodb.internal.document.TableForms;
import dev.dormouse.mongodb.internal.failure.DriverFailures;
import dev.dormouse.mongodb.internal.schema.IndexDifferences;
import dev.dormouse.store.CheckReport;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.catalog.Catalog;
import dev.dormouse.store.catalog.Reference;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.writeset.WellFormed;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.Document;

/** Lets the server prove each collection with its indexes, and reads every document: types, values that must be there, references. Used once. */
final class ServerCheck {

    private static final int MOST_PROBLEMS = 100;

    private final MongoDatabase database;
    private final TableForms forms;
    private final Catalog catalog;
    private final List<String> problems = new ArrayList<>();
    private long records;
    private long entries;

    ServerCheck(SharedStore shared) {
        this.database = shared.connection().patientDatabase();
        this.forms = shared.workplace().forms();
        this.catalog = shared.catalog();
    }

    CheckReport run() {
        for (TableDefinition table : catalog.tables().values()) {
            validate(table);
            IndexDifferences.of(forms, table).forEach(text -> problem(table, text));
            checkDocuments(table);
            for (Reference reference : catalog.outgoing(table.id())) {
                checkReference(table, reference);
            }
        }
        return new CheckReport(records, entries, problems);
    }

    private void problem(TableDefinition table, String text) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(table.name() + ": " + text);
        }
    }

    private void validate(TableDefinition table) {
        Document result = DriverFailures.guarded(
                table.name(), () -> database.runCommand(new BsonDocument("validate", new BsonString(table.name()))));
        if (!result.getBoolean("valid", false)) {
            problem(table, "the server finds it corrupt: " + result.get("errors"));
        }
        Document keys = result.get("keysPerIndex", Document.class);
        if (keys != null) {
            keys.values().forEach(count -> entries += ((Number) count).longValue());
        }
    }

    private void checkDocuments(TableDefinition table) {
        DriverFailures.guarded(table.name(), () -> {
            forms.collection(table).find().forEach(document -> {
                records++;
                try {
                    WellFormed.check(table, forms.form(table).view(document).copy());
                } catch (StoreException e) {
                    problem(table, String.valueOf(e.getMessage()));
                }
            });
            return true;
        });
    }

    private void checkReference(TableDefinition table, Reference reference) {
        try {
            DriverFailures.guarded(table.name(), () -> {
                new ReferenceCheck(forms, null).checkAll(reference);
                return true;
            });
        } catch (StoreException e) {
            problem(table, String.valueOf(e.getMessage()));
        }
    }
}
