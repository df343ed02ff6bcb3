package dev.dormouse.mongodb.internal.scan;

import dev.dormouse.mongodb.internal.document.TableForm;
import dev.dormouse.store.plan.ComparisonOperator;
import dev.dormouse.store.plan.Expression.FieldValue;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.type.BasicType;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * The comparison of a field with values that are known, as the server makes it. It compares values that are rounded down, nothing with NaN, and bytes by their
 * length first; where that matters it lets more through.
 *
 * @param operator how they are compared
 * @param path the field
 */
record FieldComparison(ComparisonOperator operator, FieldPath path) {

    /** Compares two fields of one record whose values the server has in the one order. */
    static Optional<ServerCondition> ofFields(ComparisonOperator operator, FieldValue left, FieldValue right) {
        if (left.type() != right.type() || !isPlain((BasicType) left.path().type())) {
            return Optional.empty();
        }
        return Optional.of(binding -> {
            if (!binding.form().isPlain(left.path()) || !binding.form().isPlain(right.path())) {
                return binding.leftOut();
            }
            BsonString a = new BsonString("$" + binding.name(left.path()));
            BsonString b = new BsonString("$" + binding.name(right.path()));
            BsonArray all = new BsonArray(List.of(
                    call("$gt", a, BsonNull.VALUE), call("$gt", b, BsonNull.VALUE), call(name(operator), a, b)));
            return new BsonDocument("$expr", new BsonDocument("$and", all));
        });
    }

    private static BsonDocument call(String name, BsonValue left, BsonValue right) {
        return new BsonDocument(name, new BsonArray(List.of(left, right)));
    }

    private static boolean isPlain(BasicType type) {
        return switch (type) {
            case BOOLEAN, INTEGER, LONG, STRING, UUID, TIME -> true;
            default -> false;
        };
    }

    private static String name(ComparisonOperator operator) {
        return switch (operator) {
            case EQUAL -> "$eq";
            case NOT_EQUAL -> "$ne";
            case LESS -> "$lt";
            case LESS_OR_EQUAL -> "$lte";
            case GREATER -> "$gt";
            case GREATER_OR_EQUAL -> "$gte";
        };
    }

    private BasicType type() {
        return (BasicType) path.type();
    }

    private boolean isFloating() {
        return type() == BasicType.FLOAT || type() == BasicType.DOUBLE;
    }

    /** Returns the filter for a value that is not null; null where it cannot hold. */
    @Nullable
    BsonDocument filter(Binding binding, Object value) {
        if (isNaN(value) || value instanceof Collection<?>) {
            return binding.leftOut();
        }
        if (!binding.form().holds(path, value)) {
            return operator == ComparisonOperator.EQUAL ? null : binding.leftOut();
        }
        if (TableForm.isRounded(type())) {
            return rounded(binding, value);
        }
        if (operator == ComparisonOperator.NOT_EQUAL) {
            return noneOf(binding, List.of(value));
        }
        if (type() == BasicType.BYTES && operator != ComparisonOperator.EQUAL) {
            return binding.leftOut();
        }
        if (!isFloating() && !(isPlain(type()) && binding.form().isPlain(path))) {
            binding.narrowed();
        }
        BsonDocument filter = compared(binding, name(operator), value);
        boolean below = operator == ComparisonOperator.LESS || operator == ComparisonOperator.LESS_OR_EQUAL;
        return isFloating() && below ? TableForm.anyOf(List.of(filter, notANumber(binding))) : filter;
    }

    private BsonDocument compared(Binding binding, String name, Object value) {
        return new BsonDocument(binding.name(path), new BsonDocument(name, binding.comparable(path, value)));
    }

    private BsonDocument notANumber(Binding binding) {
        return new BsonDocument(binding.name(path), new BsonDocument("$eq", new BsonDouble(Double.NaN)));
    }

    /** A value that BSON holds whole is not above what is rounded down to it or higher, and above what is rounded down to less. */
    private BsonDocument rounded(Binding binding, Object value) {
        boolean whole = binding.form().isHeldWhole(path, value);
        return switch (operator) {
            case NOT_EQUAL -> {
                binding.narrowed();
                yield new BsonDocument(binding.name(path), new BsonDocument("$ne", BsonNull.VALUE));
            }
            case EQUAL -> {
                BsonDocument equal = new BsonDocument();
                if (whole) {
                    binding.form().putEqual(equal, path, value);
                    yield equal;
                }
                binding.narrowed();
                yield compared(binding, "$eq", value);
            }
            case LESS, GREATER_OR_EQUAL -> {
                if (!whole) {
                    binding.narrowed();
                }
                yield compared(binding, whole && operator == ComparisonOperator.LESS ? "$lt" : bound(), value);
            }
            case LESS_OR_EQUAL, GREATER -> {
                binding.narrowed();
                yield compared(binding, bound(), value);
            }
        };
    }

    private String bound() {
        return operator == ComparisonOperator.LESS || operator == ComparisonOperator.LESS_OR_EQUAL ? "$lte" : "$gte";
    }

    /** Returns the filter of those whose value is in a list; nulls in it make none more. */
    BsonDocument anyOf(Binding binding, List<@Nullable Object> values) {
        if (values.stream().anyMatch(FieldComparison::isNaN)) {
            return binding.leftOut();
        }
        if (!isFloating() && !(isPlain(type()) && binding.form().isPlain(path))) {
            binding.narrowed();
        }
        return new BsonDocument(binding.name(path), new BsonDocument("$in", array(binding, values)));
    }

    /** Returns the filter of those whose value is not null and in no way in a list; null where a null in it makes that unknown. */
    @Nullable
    BsonDocument noneOf(Binding binding, List<@Nullable Object> values) {
        if (values.stream().anyMatch(Objects::isNull)) {
            return null;
        }
        boolean sure = (isFloating() || isPlain(type())) && binding.form().isPlain(path);
        BsonArray others =
                sure && values.stream().noneMatch(FieldComparison::isNaN) ? array(binding, values) : new BsonArray();
        if (others.size() < values.size()) {
            binding.narrowed();
        }
        others.add(BsonNull.VALUE);
        return new BsonDocument(binding.name(path), new BsonDocument("$nin", others));
    }

    private BsonArray array(Binding binding, List<@Nullable Object> values) {
        BsonArray array = new BsonArray();
        for (Object value : values) {
            if (value != null) {
                array.add(binding.comparable(path, value));
            }
        }
        return array;
    }

    private static boolean isNaN(@Nullable Object value) {
        return (value instanceof Double number && number.isNaN()) || (value instanceof Float real && real.isNaN());
    }
}
