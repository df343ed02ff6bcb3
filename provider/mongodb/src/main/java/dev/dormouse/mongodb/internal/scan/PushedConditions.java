package dev.dormouse.mongodb.internal.scan;

import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * What of some conditions the server can decide: never more than is true, so whatever they let pass is still tested. A part that the server cannot decide, or of
 * which it is not sure, is left out. Immutable.
 */
final class PushedConditions {

    private final List<ServerCondition> parts;
    private final boolean complete;

    private PushedConditions(List<ServerCondition> parts, boolean complete) {
        this.parts = parts;
        this.complete = complete;
    }

    static PushedConditions of(Slot slot, List<Expression> conditions) {
        FieldConditions fields = new FieldConditions(slot);
        List<ServerCondition> parts = new ArrayList<>();
        conditions.forEach(condition -> part(fields, condition).ifPresent(parts::add));
        return new PushedConditions(parts, conditions.stream().allMatch(condition -> isComplete(fields, condition)));
    }

    private static boolean isComplete(FieldConditions fields, Expression condition) {
        return condition instanceof Expression.And and
                ? and.terms().stream().allMatch(term -> isComplete(fields, term))
                : part(fields, condition).isPresent();
    }

    /** Tells whether no condition is left out, so that the server may let through only what is true. */
    boolean isComplete() {
        return complete;
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** Returns the filter, empty for none. */
    BsonDocument filter(Binding binding) {
        if (!complete) {
            binding.narrowed();
        }
        BsonDocument filter = all(parts, binding);
        return filter == null ? new BsonDocument("_id", new BsonDocument("$in", new BsonArray())) : filter;
    }

    private static @Nullable BsonDocument all(List<ServerCondition> parts, Binding binding) {
        List<BsonDocument> filters = new ArrayList<>();
        for (ServerCondition part : parts) {
            BsonDocument filter = part.filter(binding);
            if (filter == null) {
                return null;
            }
            if (!filter.isEmpty()) {
                filters.add(filter);
            }
        }
        return filters.isEmpty()
                ? new BsonDocument()
                : filters.size() == 1 ? filters.get(0) : new BsonDocument("$and", new BsonArray(filters));
    }

    private static Optional<ServerCondition> part(FieldConditions fields, Expression condition) {
        if (condition instanceof Expression.And and) {
            List<ServerCondition> terms = new ArrayList<>();
            and.terms().forEach(term -> part(fields, term).ifPresent(terms::add));
            return terms.isEmpty() ? Optional.empty() : Optional.of(conjunction(terms, isComplete(fields, and)));
        }
        return condition instanceof Expression.Or or ? disjunction(fields, or) : fields.of(condition);
    }

    private static ServerCondition conjunction(List<ServerCondition> terms, boolean complete) {
        return binding -> {
            if (!complete) {
                binding.narrowed();
            }
            return all(terms, binding);
        };
    }

    private static Optional<ServerCondition> disjunction(FieldConditions fields, Expression.Or or) {
        List<ServerCondition> terms = new ArrayList<>();
        for (Expression term : or.terms()) {
            Optional<ServerCondition> part = part(fields, term);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            terms.add(part.get());
        }
        return Optional.of(binding -> {
            BsonArray filters = new BsonArray();
            for (ServerCondition term : terms) {
                BsonDocument filter = term.filter(binding);
                if (filter != null) {
                    filters.add(filter);
                }
            }
            return filters.isEmpty() ? null : new BsonDocument("$or", filters);
        });
    }
}
