package dev.dormouse.mongodb.internal.scan;

import dev.dormouse.mongodb.internal.document.TableForm;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.record.IndexPart;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.jspecify.annotations.Nullable;

/**
 * One find, its values known.
 *
 * @param form the documents
 * @param filter which of them
 * @param sort in which order, null for any
 * @param ranges what they are checked against when they arrive; one of them must contain a record; empty for no check
 * @param sorted the order that they are brought into when they have arrived, null for none
 * @param reverse whether that order is reversed
 * @param filtersAll whether the filter decides what is wanted, but for the ranges
 */
record Find(
        TableForm form,
        BsonDocument filter,
        @Nullable BsonDocument sort,
        List<RangeFilter> ranges,
        @Nullable Order sorted,
        boolean reverse,
        boolean filtersAll) {

    static Find plain(TableForm form, BsonDocument filter) {
        return new Find(form, filter, null, List.of(), null, false, true);
    }

    /** Returns this find in another order; what is equal in it keeps the order that it had. */
    Find in(List<IndexPart> parts) {
        if (parts.isEmpty()) {
            return this;
        }
        Map<String, Integer> fields = new LinkedHashMap<>(form.order(parts));
        BsonDocument other = new BsonDocument();
        fields.forEach((name, direction) -> other.put(name, new BsonInt32(direction)));
        (sort == null ? Order.primary(form).sort(false) : sort).forEach(other::putIfAbsent);
        return new Find(form, filter, other, ranges, sorted, reverse, filtersAll);
    }

    /** Returns this find of what passes conditions as well. */
    Find passing(PushedConditions conditions, Frame frame) {
        Binding binding = new Binding(form, frame);
        BsonDocument other = conditions.filter(binding);
        BsonDocument both = filter.isEmpty()
                ? other
                : other.isEmpty() ? filter : new BsonDocument("$and", new BsonArray(List.of(filter, other)));
        return new Find(form, both, sort, ranges, sorted, reverse, binding.isExact());
    }

    /** Tells whether the server lets nothing through that is not wanted, in the order wanted, so that it can count. */
    boolean isExact() {
        return filtersAll && ranges.isEmpty() && sorted == null;
    }
}
