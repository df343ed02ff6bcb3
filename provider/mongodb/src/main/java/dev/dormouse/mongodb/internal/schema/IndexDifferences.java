package dev.dormouse.mongodb.internal.schema;

import dev.dormouse.mongodb.internal.document.TableForms;
import dev.dormouse.mongodb.internal.failure.DriverFailures;
import dev.dormouse.mongodb.internal.failure.MongoMessages;
import dev.dormouse.store.record.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;

/** Finds indexes of the catalog that the server has not, or has otherwise. */
public final class IndexDifferences {

    private IndexDifferences() {}

    /** Returns a sentence for each index of a table that is not on the server as the catalog has it. An index serves under any name. */
    public static List<String> of(TableForms forms, TableDefinition table) {
        List<BsonDocument> there = DriverFailures.guarded(
                table.name(),
                () -> forms.collection(table).listIndexes(BsonDocument.class).into(new ArrayList<>()));
        List<String> differences = new ArrayList<>();
        for (ServerIndex index : ServerIndex.all(forms.form(table))) {
            if (!index.isPrimary() && there.stream().noneMatch(index::isLike)) {
                differences.add(difference(table, index, there));
            }
        }
        return differences;
    }

    private static String difference(TableDefinition table, ServerIndex index, List<BsonDocument> there) {
        for (BsonDocument other : there) {
            if (other.getString("name").getValue().equals(index.name())) {
                return MongoMessages.INDEX_DIFFERS.text(
                        index.name(), table.name(), shown(other), index.shownKeys(), index.shownOptions());
            }
        }
        return MongoMessages.INDEX_MISSING.text(index.name(), table.name(), index.shownKeys(), index.shownOptions());
    }

    private static String shown(BsonDocument described) {
        BsonDocument options = described.clone();
        options.remove("v");
        options.remove("key");
        return described.getDocument("key").toJson() + ", " + options.toJson();
    }
}
