package dev.dormouse.internal.query.build;

import dev.dormouse.failure.QueryMessages;
import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.store.plan.Expression;

/** TREAT: an entity taken as one below its type (specification, section 4.4.9). */
final class Downcasts {

    private final Level level;

    Downcasts(Level level) {
        this.level = level;
    }

    /**
     * Narrows an operand.
     *
     * @param isPath whether it is joined next, so that the join drops what is of another type; else the fields of what is of another type are null
     */
    Operand treat(Operand operand, EntityLayout target, boolean isPath) {
        if (operand instanceof Operand.Entity entity) {
            checkBelow(entity.layout(), target);
            return new Operand.Entity(target, isPath ? entity.access() : narrowed(entity, target));
        }
        if (operand instanceof Operand.Collection collection && collection.target() != null) {
            checkBelow(collection.target(), target);
            return new Operand.Collection(collection.location(), collection.owner(), target, collection.text());
        }
        throw QueryMessages.wrong(
                QueryMessages.WRONG_OPERAND, Typing.describe(operand), operand.describe(), "TREAT", "an entity");
    }

    private RecordAccess narrowed(Operand.Entity entity, EntityLayout target) {
        RecordAccess record = level.from().joined(entity).access();
        Expression isOf = EntityConditions.isOf(target, record.origin());
        return isOf.equals(Expression.Literal.TRUE) || entity.layout() == target
                ? record
                : new RecordAccess.Narrowed(record.origin(), target, isOf);
    }

    private static void checkBelow(EntityLayout type, EntityLayout target) {
        if (!type.withSubLayouts().contains(target)) {
            throw QueryMessages.wrong(
                    QueryMessages.NOT_A_SUBTYPE,
                    target.model().name(),
                    type.model().name());
        }
    }
}
