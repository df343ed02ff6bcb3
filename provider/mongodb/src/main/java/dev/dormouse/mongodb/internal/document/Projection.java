package dev.dormouse.mongodb.internal.document;

import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.type.RecordType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonInt32;

/** Which fields of documents are brought, {@code _id} among them if it holds the key: an index may suffice for the others. Immutable, thread-safe. */
public final class Projection {

    private final List<FieldPath> paths;
    private final BsonDocument document;

    private Projection(List<FieldPath> paths, BsonDocument document) {
        this.paths = paths;
        this.document = document;
    }

    /**
     * Makes the projection to some fields.
     *
     * @return empty where they lie all over the document
     */
    public static Optional<Projection> of(TableForm form, Collection<FieldPath> paths) {
        Set<String> names = new TreeSet<>();
        for (FieldPath path : paths) {
            if (path.type() instanceof RecordType && form.field(path).holdsKey()) {
                return Optional.empty();
            }
            names.addAll(form.storedNames(path));
        }
        KeyForm key = form.key();
        if (key != null) {
            names.addAll(key.scaleNames());
        }
        if (key != null || names.isEmpty()) {
            names.add(KeyForm.ID);
        }
        BsonDocument document = new BsonDocument();
        for (String name : names) {
            if (!isInside(names, name)) {
                document.put(name, new BsonInt32(1));
            }
        }
        if (!names.contains(KeyForm.ID)) {
            document.put(KeyForm.ID, new BsonInt32(0));
        }
        return Optional.of(new Projection(List.copyOf(paths), document));
    }

    /** The server refuses a field beside one that it lies in. */
    private static boolean isInside(Set<String> names, String name) {
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
            if (names.contains(name.substring(0, dot))) {
                return true;
            }
        }
        return false;
    }

    /** Returns it as the server takes it. */
    public BsonDocument document() {
        return document;
    }

    /** Tells whether a field is brought. */
    boolean covers(FieldPath path) {
        for (FieldPath brought : paths) {
            FieldPath whole = brought.array() == null ? brought : Objects.requireNonNull(brought.array());
            if (whole.depth() <= path.depth() && whole.overlaps(path)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return document.entrySet().stream()
                .filter(field -> field.getValue().asInt32().getValue() == 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }
}
