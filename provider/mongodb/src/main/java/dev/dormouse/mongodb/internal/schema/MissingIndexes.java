package dev.dormouse.mongodb.internal.schema;

import dev.dormouse.mongodb.internal.document.TableForms;
import dev.dormouse.mongodb.internal.failure.DriverFailures;
import dev.dormouse.store.record.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;

/** Finds indexes of the catalog that the server has not. */
public final class MissingIndexes {

    private MissingIndexes() {}

    /** Returns the names of the indexes that a table lacks on the server. */
    public static List<String> of(TableForms forms, TableDefinition table) {
        List<BsonDocument> there = DriverFailures.guarded(
                table.name(),
                () -> forms.collection(table).listIndexes(BsonDocument.class).into(new ArrayList<>()));
        return ServerIndex.all(forms.form(table)).stream()
                .filter(index -> !index.isPrimary() && there.stream().noneMatch(index::isLike))
                .map(ServerIndex::name)
                .toList();
    }
}
