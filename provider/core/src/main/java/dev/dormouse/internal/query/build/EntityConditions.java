package dev.dormouse.internal.query.build;

import dev.dormouse.internal.layout.DiscriminatorLayout;
import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.store.plan.ComparisonOperator;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.ExpressionTree;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.type.BasicType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The conditions that entities come down to: equal keys, and discriminators. */
final class EntityConditions {

    private EntityConditions() {}

    /** Returns the condition that values are equal one by one. */
    static Expression equal(List<Expression> left, List<Expression> right) {
        List<Expression> terms = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            terms.add(new Expression.Comparison(ComparisonOperator.EQUAL, left.get(i), right.get(i)));
        }
        return ExpressionTree.conjunction(terms);
    }

    /** Returns the fields of the record in a slot. */
    static List<Expression> fields(Slot slot, List<FieldPath> fields) {
        List<Expression> values = new ArrayList<>();
        fields.forEach(field -> values.add(new Expression.FieldValue(slot, field)));
        return values;
    }

    /** Returns the condition that the record in a slot is of an entity or one below it; always true where all records of the table are. */
    static Expression isOf(EntityLayout layout, Slot slot) {
        Optional<DiscriminatorLayout> discriminator = layout.discriminator();
        if (discriminator.isEmpty() || layout.root() == layout) {
            return Expression.Literal.TRUE;
        }
        return hasType(new Expression.FieldValue(slot, discriminator.get().field()), layout);
    }

    /** Returns the condition that a discriminator is that of an entity or of one below it. */
    static Expression hasType(Expression discriminator, EntityLayout layout) {
        List<Expression> values = new ArrayList<>();
        for (EntityLayout below : layout.withSubLayouts()) {
            literal(below).ifPresent(values::add);
        }
        return oneOf(discriminator, values);
    }

    /** Returns the condition that a value is one of several. */
    static Expression oneOf(Expression value, List<Expression> values) {
        if (values.isEmpty()) {
            return Expression.Literal.FALSE;
        }
        return values.size() == 1
                ? new Expression.Comparison(ComparisonOperator.EQUAL, value, values.get(0))
                : new Expression.InList(value, values);
    }

    /** Returns the stored discriminator of exactly one entity; empty for an abstract one. */
    static Optional<Expression> literal(EntityLayout layout) {
        return layout.discriminator()
                .filter(d -> d.value() != null)
                .map(d -> new Expression.Literal((BasicType) d.field().type(), d.value()));
    }
}
