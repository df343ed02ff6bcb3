package dev.dormouse.mongodb.internal.scan;

import dev.dormouse.mongodb.internal.document.TableForm;
import dev.dormouse.store.UndecidedException;
import dev.dormouse.store.plan.Aggregate;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.RecordType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate of one group, as accumulators of the server: of integers, which it adds up exactly, and of types that it orders in the one order.
 *
 * @param slot the id of the slot that gets the result
 * @param function the function
 * @param argument the field; null where rows are counted
 * @param type the type of the result
 */
record GroupCall(int slot, Aggregate.Function function, @Nullable FieldPath argument, BasicType type) {

    /** Beside a sum: the highest of its values, which is no number where one of them is none; numbers are the lowest values. */
    private static final String HIGHEST = "h";

    /** Beside a mean: how many values it has, and above that how many were no numbers. */
    private static final String COUNT = "n";

    private static final long NO_NUMBER = 1L << 40;
    private static final Set<BasicType> INTEGERS = Set.of(BasicType.INTEGER, BasicType.LONG);
    private static final Set<BasicType> ORDERED = Set.of(BasicType.INTEGER, BasicType.LONG, BasicType.STRING);

    /** Returns a call as the server computes it, or nothing if it would not compute the same. */
    static Optional<GroupCall> of(Aggregate.Call call, Slot records, TableForm form) {
        if (call.distinct() || !(call.slot().type() instanceof BasicType type)) {
            return Optional.empty();
        }
        int slot = call.slot().id();
        boolean countsRows = call.argument().equals(Expression.Literal.TRUE)
                || (call.argument() instanceof Expression.SlotValue value
                        && value.slot().equals(records)
                        && value.type() instanceof RecordType);
        if (countsRows) {
            return call.function() == Aggregate.Function.COUNT
                    ? Optional.of(new GroupCall(slot, call.function(), null, type))
                    : Optional.empty();
        }
        return added(call) instanceof Expression.FieldValue field
                        && field.slot().equals(records)
                        && field.path().type() instanceof BasicType argument
                        && isExact(call.function(), argument, type, form.isPlain(field.path()))
                ? Optional.of(new GroupCall(slot, call.function(), field.path(), type))
                : Optional.empty();
    }

    /** Returns what is added up or compared; the engine widens integers before it adds them. */
    private static Expression added(Aggregate.Call call) {
        boolean adds = call.function() == Aggregate.Function.SUM || call.function() == Aggregate.Function.AVG;
        return adds
                        && call.argument() instanceof Expression.Cast cast
                        && cast.operand().type() == BasicType.INTEGER
                ? cast.operand()
                : call.argument();
    }

    private static boolean isExact(Aggregate.Function function, BasicType argument, BasicType result, boolean isPlain) {
        return switch (function) {
            case COUNT -> true;
            case SUM -> INTEGERS.contains(argument) && INTEGERS.contains(result);
            case AVG -> argument == BasicType.INTEGER && result == BasicType.DOUBLE;
            case MIN, MAX -> ORDERED.contains(argument) && isPlain;
            case FIRST -> false;
        };
    }

    /** Adds the accumulators to a stage. */
    void put(BsonDocument group, String name, TableForm form) {
        FieldPath path = argument;
        if (path == null) {
            group.put(name, new BsonDocument("$sum", new BsonInt32(1)));
            return;
        }
        BsonValue field = PreparedGroup.field(form, path);
        switch (function) {
            case COUNT -> group.put(name, sum(choice(isThere(field), new BsonInt32(1), new BsonInt32(0))));
            case MIN -> group.put(name, new BsonDocument("$min", field));
            case MAX -> group.put(name, new BsonDocument("$max", field));
            case SUM -> {
                group.put(name, sum(field));
                group.put(name + HIGHEST, new BsonDocument("$max", field));
            }
            default -> {
                group.put(name, sum(field));
                BsonValue other = choice(isThere(field), new BsonInt64(NO_NUMBER), new BsonInt32(0));
                group.put(name + COUNT, sum(choice(new BsonDocument("$isNumber", field), new BsonInt32(1), other)));
            }
        }
    }

    private static BsonDocument sum(BsonValue value) {
        return new BsonDocument("$sum", value);
    }

    /** What is absent or null is below all other values. */
    private static BsonValue isThere(BsonValue field) {
        return new BsonDocument("$gt", new BsonArray(List.of(field, BsonNull.VALUE)));
    }

    private static BsonValue choice(BsonValue condition, BsonValue then, BsonValue otherwise) {
        return new BsonDocument("$cond", new BsonArray(List.of(condition, then, otherwise)));
    }

    /** Returns the result for no record. */
    @Nullable
    Object ofNone() {
        return function == Aggregate.Function.COUNT ? 0L : null;
    }

    /** Returns the result of a group. */
    @Nullable
    Object result(BsonDocument group, String name) {
        BsonValue value = group.get(name, BsonNull.VALUE);
        return switch (function) {
            case COUNT -> integer(value);
            case SUM -> hasNumbers(group.get(name + HIGHEST, BsonNull.VALUE)) ? value(type, value) : null;
            case AVG ->
                isEmpty(group, name)
                        ? null
                        : (Object) ((double) integer(value) / integer(group.get(name + COUNT, BsonNull.VALUE)));
            default -> value(type, value);
        };
    }

    private static boolean hasNumbers(BsonValue highest) {
        if (!highest.isNull() && !highest.isNumber()) {
            throw new UndecidedException();
        }
        return highest.isNumber();
    }

    private static boolean isEmpty(BsonDocument group, String name) {
        long count = integer(group.get(name + COUNT, BsonNull.VALUE));
        if (count >= NO_NUMBER) {
            throw new UndecidedException();
        }
        return count == 0;
    }

    private static long integer(BsonValue value) {
        if (value.isInt32()) {
            return value.asInt32().getValue();
        }
        if (value.isInt64()) {
            return value.asInt64().getValue();
        }
        throw new UndecidedException();
    }

    /** Returns a value that the server found in a field. */
    static @Nullable Object value(BasicType type, BsonValue value) {
        if (value.isNull()) {
            return null;
        }
        switch (type) {
            case INTEGER -> {
                long number = integer(value);
                if (number == (int) number) {
                    return (int) number;
                }
            }
            case LONG -> {
                return integer(value);
            }
            case STRING -> {
                if (value.isString()) {
                    return value.asString().getValue();
                }
                if (value.isObjectId()) {
                    return value.asObjectId().getValue().toHexString();
                }
            }
            case BOOLEAN -> {
                if (value.isBoolean()) {
                    return value.asBoolean().getValue();
                }
            }
            case UUID -> {
                if (value.isBinary() && value.asBinary().getType() == 4) {
                    return value.asBinary().asUuid();
                }
            }
            default -> throw new AssertionError(type);
        }
        throw new UndecidedException();
    }
}
