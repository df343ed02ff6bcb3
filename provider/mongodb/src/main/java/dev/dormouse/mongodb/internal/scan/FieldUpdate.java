package dev.dormouse.mongodb.internal.scan;

import dev.dormouse.mongodb.internal.document.TableForm;
import dev.dormouse.store.UndecidedException;
import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.evaluate.compile.ExpressionCompiler;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.ExpressionTree;
import dev.dormouse.store.plan.Modify;
import dev.dormouse.store.plan.Scan;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.type.BasicType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * What a bulk update sets a field to: the same value in all records, or its own value with something added.
 *
 * @param path the field
 * @param value the value, or what is added
 * @param sign 0 for the value itself, 1 where it is added, -1 where it is subtracted
 */
record FieldUpdate(FieldPath path, Evaluator value, int sign) {

    private static final Set<BasicType> INTEGERS = Set.of(BasicType.INTEGER, BasicType.LONG);

    /** Returns an assignment as the server makes it, or nothing if it would not make the same. */
    static Optional<FieldUpdate> of(Modify.FieldAssignment assignment, Scan scan) {
        FieldPath path = assignment.path();
        if (!(path.type() instanceof BasicType type)) {
            return Optional.empty();
        }
        if (isSameForAll(assignment.value())) {
            return Optional.of(new FieldUpdate(path, ExpressionCompiler.simple(assignment.value()), 0));
        }
        boolean addsToItself = INTEGERS.contains(type)
                && TableForm.of(scan.table()).isPlain(path)
                && assignment.value() instanceof Expression.Arithmetic sum
                && sum.type() == type
                && sum.left().equals(new Expression.FieldValue(scan.slot(), path))
                && isSameForAll(sum.right());
        if (!addsToItself) {
            return Optional.empty();
        }
        Expression.Arithmetic sum = (Expression.Arithmetic) assignment.value();
        Evaluator added = ExpressionCompiler.simple(sum.right());
        return switch (sum.operator()) {
            case ADD -> Optional.of(new FieldUpdate(path, added, 1));
            case SUBTRACT -> Optional.of(new FieldUpdate(path, added, -1));
            case MULTIPLY, DIVIDE -> Optional.empty();
        };
    }

    private static boolean isSameForAll(Expression value) {
        return ExpressionTree.slots(value).isEmpty() && !ExpressionTree.hasSubquery(value);
    }

    boolean isAdded() {
        return sign != 0;
    }

    /** Returns what is added: a number of the field's own type. */
    BsonValue added(Frame frame) {
        long number = number(frame);
        return path.type() == BasicType.INTEGER ? new BsonInt32((int) number) : new BsonInt64(number);
    }

    private long number(Frame frame) {
        if (!(value.value(frame) instanceof Number number)
                || number.longValue() == Long.MIN_VALUE
                || Math.abs(number.longValue()) > highest()) {
            throw new UndecidedException();
        }
        return sign * number.longValue();
    }

    private long highest() {
        return path.type() == BasicType.INTEGER ? Integer.MAX_VALUE : Long.MAX_VALUE;
    }

    /** Returns the filter of the documents whose field holds no integer, or one that would leave its type. */
    BsonDocument leavesType(TableForm form, Frame frame) {
        long number = number(frame);
        BsonDocument stays =
                new BsonDocument("$type", new BsonArray(List.of(new BsonString("int"), new BsonString("long"))));
        if (number > 0) {
            stays.append("$lte", new BsonInt64(highest() - number));
        } else {
            stays.append("$gte", new BsonInt64(-highest() - 1 - number));
        }
        return new BsonDocument(form.name(path), new BsonDocument("$not", stays));
    }
}
