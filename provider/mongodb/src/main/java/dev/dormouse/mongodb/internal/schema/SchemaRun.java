package dev.dormouse.mongodb.internal.schema;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import dev.dormouse.failure.StoreMessages;
import dev.dormouse.mongodb.internal.constraint.ReferenceCheck;
import dev.dormouse.mongodb.internal.document.TableForm;
import dev.dormouse.mongodb.internal.document.TableForms;
import dev.dormouse.mongodb.internal.failure.DriverFailures;
import dev.dormouse.mongodb.internal.failure.ErrorCodes;
import dev.dormouse.store.ConstraintViolationException;
import dev.dormouse.store.ConstraintViolationException.Kind;
import dev.dormouse.store.catalog.Catalog;
import dev.dormouse.store.catalog.Reference;
import dev.dormouse.store.catalog.Widening;
import dev.dormouse.store.record.ForeignKeyDefinition;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.TableDefinition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;

/** Brings the server from one catalog to the next. Used once. */
public final class SchemaRun {

    private final MongoDatabase database;
    private final TableForms forms;
    private final Catalog before;
    private final Catalog after;
    private final Deque<Runnable> undo = new ArrayDeque<>();

    /** Makes one; the database's client waits for as long as an index takes. */
    public SchemaRun(MongoDatabase database, Catalog before, Catalog after) {
        this.database = database;
        this.forms = new TableForms(database);
        this.before = before;
        this.after = after;
    }

    /** Creates what is new and checks what is demanded, or leaves everything as it was. */
    public void create() {
        try {
            for (TableDefinition table : after.tables().values()) {
                if (!table.equals(before.table(table.id()))) {
                    FieldNames.check(table);
                }
            }
            rename();
            for (TableDefinition table : after.tables().values()) {
                createFor(table);
            }
            for (TableDefinition table : after.tables().values()) {
                checkReferences(table);
            }
        } catch (RuntimeException | Error e) {
            takeBack(e);
            throw e;
        }
    }

    /** Takes back what {@link #create} made. */
    public void takeBack(Throwable reason) {
        while (!undo.isEmpty()) {
            try {
                undo.pop().run();
            } catch (RuntimeException e) {
                reason.addSuppressed(e);
            }
        }
    }

    /** Renames collections, one that makes room for another before it. */
    private void rename() {
        List<TableDefinition> left = after.tables().values().stream()
                .filter(table -> {
                    TableDefinition old = before.table(table.id());
                    return old != null && !old.name().equals(table.name());
                })
                .toList();
        while (!left.isEmpty()) {
            List<TableDefinition> blocked = new ArrayList<>();
            for (TableDefinition table : left) {
                boolean isTaken = left.stream()
                        .anyMatch(other ->
                                other.id() != table.id() && nameBefore(other).equals(table.name()));
                if (isTaken && blocked.size() < left.size() - 1) {
                    blocked.add(table);
                } else {
                    dropNamesake(table);
                    rename(nameBefore(table), table);
                }
            }
            left = blocked;
        }
    }

    private String nameBefore(TableDefinition table) {
        return Objects.requireNonNull(before.table(table.id())).name();
    }

    private void rename(String name, TableDefinition table) {
        try {
            rename(name, table.name());
            undo.push(() -> rename(table.name(), name));
        } catch (MongoCommandException e) {
            // Whoever renamed it may have been stopped before the catalog was written.
            if (e.getCode() != ErrorCodes.NAMESPACE_NOT_FOUND) {
                throw DriverFailures.mapped(e, name);
            }
            createCollection(table);
        }
    }

    private void rename(String name, String newName) {
        database.getCollection(name).renameCollection(new MongoNamespace(database.getName(), newName));
    }

    private void createFor(TableDefinition table) {
        TableDefinition old = before.table(table.id());
        if (table.equals(old)) {
            return;
        }
        if (old == null) {
            dropNamesake(table);
            createCollection(table);
        } else {
            checkWidening(old, table);
        }
        TableForm form = forms.form(table);
        Set<ServerIndex> known = old == null ? Set.of() : new HashSet<>(ServerIndex.all(forms.form(old)));
        for (ServerIndex index : ServerIndex.all(form)) {
            if (!known.contains(index)) {
                createIndex(table, index);
            }
        }
    }

    /** A table that is dropped in the same step makes room for one of its name. */
    private void dropNamesake(TableDefinition table) {
        TableDefinition namesake = before.table(table.name()).orElse(null);
        if (namesake != null && after.table(namesake.id()) == null) {
            drop(namesake);
        }
    }

    private void createCollection(TableDefinition table) {
        try {
            database.createCollection(table.name());
            undo.push(() -> forms.collection(table).drop());
        } catch (MongoCommandException e) {
            // An existing collection becomes a table as it is.
            if (e.getCode() != ErrorCodes.NAMESPACE_EXISTS) {
                throw DriverFailures.mapped(e, table.name());
            }
        }
    }

    private void checkWidening(TableDefinition old, TableDefinition table) {
        Widening.newFieldNotNullable(old.type(), table.type()).ifPresent(field -> {
            if (DriverFailures.guarded(
                    table.name(), () -> forms.collection(table).find().limit(1).first() != null)) {
                throw new ConstraintViolationException(
                        Kind.NOT_NULL,
                        table.name(),
                        field,
                        StoreMessages.NOT_NULLABLE_IN_FILLED_TABLE.text(field, table.name()));
            }
        });
    }

    private void createIndex(TableDefinition table, ServerIndex index) {
        if (index.isPrimary()) {
            return;
        }
        MongoCollection<RawBsonDocument> collection = forms.collection(table);
        List<IndexModel> models = List.of(index.model());
        try {
            collection.createIndexes(models);
            undo.push(() -> drop(table, index));
        } catch (MongoException e) {
            if (e.getCode() == ErrorCodes.DUPLICATE_KEY) {
                throw new ConstraintViolationException(
                        Kind.UNIQUE,
                        table.name(),
                        index.name(),
                        StoreMessages.BACK_FILL_FAILED.text(
                                index.name(), table.name(), Duplicates.text(collection, index)));
            }
            // The same index under another name serves as well.
            if (e.getCode() != ErrorCodes.INDEX_OPTIONS_CONFLICT || !isThere(collection, index)) {
                throw DriverFailures.mapped(e, table.name() + "." + index.name());
            }
        }
    }

    private static boolean isThere(MongoCollection<RawBsonDocument> collection, ServerIndex index) {
        for (BsonDocument there : collection.listIndexes(BsonDocument.class)) {
            if (index.isLike(there)) {
                return true;
            }
        }
        return false;
    }

    private void checkReferences(TableDefinition table) {
        TableDefinition old = before.table(table.id());
        ReferenceCheck check = new ReferenceCheck(forms, null);
        for (Reference reference : after.outgoing(table.id())) {
            ForeignKeyDefinition foreignKey = reference.foreignKey();
            if (old == null || !old.foreignKeys().contains(foreignKey)) {
                DriverFailures.guarded(table.name(), () -> {
                    check.checkAll(reference);
                    return true;
                });
            }
        }
    }

    /** Removes what is not in the catalog any more. Called after it was written. */
    public void drop() {
        for (TableDefinition table : before.tables().values()) {
            TableDefinition now = after.table(table.id());
            if (now != null) {
                dropIndexes(table, now);
            } else if (after.table(table.name()).isEmpty()) {
                drop(table);
            }
        }
    }

    private void drop(TableDefinition table) {
        DriverFailures.guarded(table.name(), () -> {
            forms.collection(table).drop();
            return true;
        });
    }

    private void dropIndexes(TableDefinition old, TableDefinition now) {
        boolean anyGone = false;
        for (IndexDefinition index : old.indexes()) {
            if (!now.indexes().contains(index)) {
                ServerIndex.of(forms.form(old), index).forEach(gone -> drop(now, gone));
                anyGone = true;
            }
        }
        if (anyGone) {
            // What went may have served another index as well.
            ServerIndex.all(forms.form(now)).forEach(index -> createIndex(now, index));
        }
    }

    private void drop(TableDefinition table, ServerIndex index) {
        try {
            forms.collection(table).dropIndex(index.name());
        } catch (MongoCommandException e) {
            if (e.getCode() != ErrorCodes.INDEX_NOT_FOUND && e.getCode() != ErrorCodes.NAMESPACE_NOT_FOUND) {
                throw DriverFailures.mapped(e, table.name() + "." + index.name());
            }
        }
    }

    /** Removes all records of a table. */
    public void truncate(TableDefinition table) {
        DriverFailures.guarded(table.name(), () -> forms.collection(table).deleteMany(new BsonDocument()));
    }
}
