package dev.dormouse.mongodb.internal.scan;

import dev.dormouse.mongodb.internal.document.TableForm;
import dev.dormouse.store.evaluate.compile.ValueRange;
import dev.dormouse.store.evaluate.compile.ValueRange.Edge;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.ValueOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonMaxKey;
import org.bson.BsonNull;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** A range of an order as a filter of the server, and as a check of what it lets through. */
final class RangeFilter {

    private final Order order;
    private final ValueRange range;
    private final ValueRange sent;

    RangeFilter(Order order, ValueRange range) {
        this.order = order;
        this.range = range;
        int bounded = range.prefix().size();
        sent = new ValueRange(
                range.prefix(),
                range.lower().filter(edge -> isSent(bounded, edge)),
                range.upper().filter(edge -> isSent(bounded, edge)));
    }

    private boolean isSent(int part, Edge edge) {
        return order.form().holds(order.path(part), edge.value());
    }

    /** Tells whether every record of an order is inside. */
    private boolean isUnbounded() {
        return sent.lower().isEmpty() && sent.upper().isEmpty();
    }

    /** Returns the filter; null where nothing is inside. */
    @Nullable
    BsonDocument filter() {
        int parts = sent.prefix().size();
        if (order.primary() && !order.form().isKeyInFields()) {
            return primaryFilter();
        }
        List<BsonDocument> all = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            BsonDocument equal = new BsonDocument();
            order.form().putEqual(equal, order.path(i), sent.prefix().get(i));
            all.add(equal);
        }
        if (!isUnbounded()) {
            BsonDocument bounds = bounds(parts);
            if (bounds == null) {
                return null;
            }
            if (!bounds.isEmpty()) {
                all.add(bounds);
            }
        }
        return all.isEmpty() ? new BsonDocument() : all.size() == 1 ? all.get(0) : and(all);
    }

    private static BsonDocument and(List<BsonDocument> filters) {
        return new BsonDocument("$and", new BsonArray(filters));
    }

    private @Nullable BsonDocument bounds(int part) {
        FieldPath path = order.path(part);
        if (path.array() != null) {
            return new BsonDocument();
        }
        String name = order.form().name(path);
        Edge lower = sent.lower().orElse(null);
        Edge upper = sent.upper().orElse(null);
        if (upper != null && upper.value() == null) {
            return upper.inclusive() && (lower == null || (lower.value() == null && lower.inclusive()))
                    ? equalNull(path)
                    : null;
        }
        boolean withNulls = lower == null || (lower.value() == null && lower.inclusive());
        if (upper == null && withNulls) {
            return new BsonDocument();
        }
        BsonDocument values = comparisons(path, order.type(part), name, lower, upper);
        return withNulls && lower != null ? TableForm.anyOf(List.of(equalNull(path), values)) : values;
    }

    private BsonDocument equalNull(FieldPath path) {
        BsonDocument filter = new BsonDocument();
        order.form().putEqual(filter, path, null);
        return filter;
    }

    /** The comparisons with edges; a lower edge of null means every value but null. */
    private BsonDocument comparisons(
            FieldPath path, BasicType type, String name, @Nullable Edge lower, @Nullable Edge upper) {
        if (type == BasicType.BYTES || (path.isArray() && TableForm.isRounded(type))) {
            return new BsonDocument(name, new BsonDocument("$ne", BsonNull.VALUE));
        }
        BsonDocument comparisons = new BsonDocument();
        boolean rounded = TableForm.isRounded(type);
        Object from = lower == null ? null : lower.value();
        if (from != null && lower != null && !isNaN(from)) {
            comparisons.put(
                    lower.inclusive() || rounded ? "$gte" : "$gt", order.form().comparable(path, from));
        }
        boolean lowNaN = from != null && isNaN(from);
        Object to = upper == null ? null : upper.value();
        if (to != null && upper != null && !isNaN(to)) {
            comparisons.put(
                    upper.inclusive() || rounded ? "$lte" : "$lt", order.form().comparable(path, to));
        }
        if (type == BasicType.FLOAT || type == BasicType.DOUBLE) {
            return floating(name, comparisons, from == null || lowNaN, lowNaN, lower, upper);
        }
        if (comparisons.isEmpty()) {
            return new BsonDocument(name, new BsonDocument("$ne", BsonNull.VALUE));
        }
        return new BsonDocument(name, path.isArray() ? new BsonDocument("$elemMatch", comparisons) : comparisons);
    }

    /** MongoDB compares nothing with NaN, but here it is the lowest number. */
    private static BsonDocument floating(
            String name,
            BsonDocument comparisons,
            boolean openBelow,
            boolean lowNaN,
            @Nullable Edge lower,
            @Nullable Edge upper) {
        List<BsonDocument> any = new ArrayList<>();
        boolean upToNaN = upper != null && isNaN(upper.value());
        if (!upToNaN) {
            BsonDocument numbers = comparisons.isEmpty()
                    ? new BsonDocument("$gte", new BsonDouble(Double.NEGATIVE_INFINITY))
                    : comparisons;
            any.add(new BsonDocument(name, numbers));
        }
        boolean withNaN = openBelow && (!lowNaN || (lower != null && lower.inclusive()));
        if (withNaN && (!upToNaN || (upper != null && upper.inclusive()))) {
            any.add(new BsonDocument(name, new BsonDocument("$eq", new BsonDouble(Double.NaN))));
        }
        return any.isEmpty() ? new BsonDocument(name, new BsonDocument("$in", new BsonArray())) : TableForm.anyOf(any);
    }

    private static boolean isNaN(@Nullable Object value) {
        return (value instanceof Double number && number.isNaN()) || (value instanceof Float real && real.isNaN());
    }

    /** A range of {@code _id}: of a value, or of documents, which MongoDB compares field by field. */
    private @Nullable BsonDocument primaryFilter() {
        if (sent.prefix().contains(null)
                || sent.upper().filter(edge -> edge.value() == null).isPresent()) {
            return null;
        }
        if (!TableForm.isOrdered(order.form().table().primaryKey()) && !isWholeKey()) {
            return new BsonDocument();
        }
        if (order.form().isKeySingle()) {
            return singleFilter();
        }
        BsonDocument bounds = new BsonDocument();
        Edge lower = sent.lower().filter(edge -> edge.value() != null).orElse(null);
        Edge upper = sent.upper().orElse(null);
        if (isWholeKey()) {
            return new BsonDocument("_id", new BsonDocument("$eq", prefix(null, false)));
        }
        if (lower != null) {
            bounds.put(lower.inclusive() ? "$gte" : "$gt", prefix(lower.value(), !lower.inclusive()));
        } else if (!sent.prefix().isEmpty()) {
            bounds.put("$gte", prefix(null, false));
        }
        if (upper != null) {
            bounds.put("$lt", prefix(upper.value(), upper.inclusive()));
        } else if (!sent.prefix().isEmpty()) {
            bounds.put("$lt", prefix(null, true));
        }
        return bounds.isEmpty() ? new BsonDocument() : new BsonDocument("_id", bounds);
    }

    private boolean isWholeKey() {
        return sent.prefix().size() == order.parts().size();
    }

    /** Returns the document of the first parts, and perhaps something that is above all that begin with it. */
    private BsonDocument prefix(@Nullable Object next, boolean beyond) {
        List<@Nullable Object> values = new ArrayList<>(sent.prefix());
        if (next != null) {
            values.add(next);
        }
        BsonDocument prefix = Objects.requireNonNull(order.form().idPrefix(values));
        return beyond ? prefix.append("~", new BsonMaxKey()) : prefix;
    }

    private BsonDocument singleFilter() {
        if (!sent.prefix().isEmpty()) {
            return new BsonDocument(
                    "_id", new BsonDocument("$eq", id(sent.prefix().get(0))));
        }
        Edge lower = sent.lower().filter(edge -> edge.value() != null).orElse(null);
        Edge upper = sent.upper().orElse(null);
        BsonDocument bounds = new BsonDocument();
        boolean lowNaN = lower != null && isNaN(lower.value());
        if (lower != null && !lowNaN) {
            bounds.put(lower.inclusive() ? "$gte" : "$gt", id(lower.value()));
        }
        if (upper != null && !isNaN(upper.value())) {
            bounds.put(upper.inclusive() ? "$lte" : "$lt", id(upper.value()));
        }
        BasicType type = order.type(0);
        if (type == BasicType.FLOAT || type == BasicType.DOUBLE) {
            return isUnbounded()
                    ? new BsonDocument()
                    : floating("_id", bounds, lower == null || lowNaN, lowNaN, lower, upper);
        }
        return bounds.isEmpty() ? new BsonDocument() : new BsonDocument("_id", bounds);
    }

    private BsonValue id(@Nullable Object value) {
        return Objects.requireNonNull(order.form().singleId(Objects.requireNonNull(value)));
    }

    /** Tells whether the server's filter lets through what is outside. */
    boolean isNarrowedOnly() {
        if (!sent.equals(range)) {
            return true;
        }
        for (int i = 0; i < Math.min(order.parts().size(), range.prefix().size() + 1); i++) {
            BasicType type = order.type(i);
            if (order.path(i).array() != null) {
                return true;
            }
            boolean bounded = i == range.prefix().size() && !isUnbounded();
            if (bounded && (type == BasicType.BYTES || TableForm.isRounded(type))) {
                return true;
            }
        }
        return order.primary() && !TableForm.isOrdered(order.form().table().primaryKey());
    }

    /** Tells whether a record is inside. */
    boolean contains(RecordView record) {
        List<@Nullable Object> prefix = range.prefix();
        for (int i = 0; i < prefix.size(); i++) {
            if (!contains(record, i, new Edge(prefix.get(i), true), new Edge(prefix.get(i), true))) {
                return false;
            }
        }
        return (range.lower().isEmpty() && range.upper().isEmpty())
                || contains(
                        record,
                        prefix.size(),
                        range.lower().orElse(null),
                        range.upper().orElse(null));
    }

    private boolean contains(RecordView record, int part, @Nullable Edge lower, @Nullable Edge upper) {
        FieldPath path = order.path(part);
        if (!path.isArray()) {
            return isBetween(order.type(part), record.get(path), lower, upper);
        }
        List<?> elements = TableForm.elements(path, record);
        return (elements == null || elements.isEmpty())
                ? isBetween(order.type(part), null, lower, upper)
                : elements.stream().anyMatch(element -> isBetween(order.type(part), element, lower, upper));
    }

    private static boolean isBetween(
            BasicType type, @Nullable Object value, @Nullable Edge lower, @Nullable Edge upper) {
        if (lower != null) {
            int order = ValueOrder.compare(type, value, lower.value());
            if (order < 0 || (order == 0 && !lower.inclusive())) {
                return false;
            }
        }
        if (upper != null) {
            int order = ValueOrder.compare(type, value, upper.value());
            return order < 0 || (order == 0 && upper.inclusive());
        }
        return true;
    }
}
