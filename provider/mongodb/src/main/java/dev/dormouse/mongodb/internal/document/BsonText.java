package dev.dormouse.mongodb.internal.document;

import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** Values as messages show them: in extended JSON. */
public final class BsonText {

    private static final String NAME = "v";
    private static final int BEFORE = "{\"v\": ".length();

    private BsonText() {}

    /** Returns the text of a value, an absent one too. */
    public static String of(@Nullable BsonValue value) {
        if (value == null) {
            return "none";
        }
        String document = new BsonDocument(NAME, value).toJson();
        return document.substring(BEFORE, document.length() - 1);
    }
}
