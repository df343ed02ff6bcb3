package dev.dormouse.internal.query.build;

import dev.dormouse.failure.QueryMessages;
import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.StoreType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of one query as they are met: each meeting is a use with a type of its own. */
final class ParameterTable {

    private final Map<ParameterName, Uses> parameters = new LinkedHashMap<>();
    private final Map<ParameterName, BasicType> adapted;
    private final Map<Use, Expression.Parameter> known = new LinkedHashMap<>();
    private int next;

    /**
     * Makes an empty table.
     *
     * @param adapted the types of arithmetic parameters whose values were wider than their first compilation guessed
     */
    ParameterTable(Map<ParameterName, BasicType> adapted) {
        this.adapted = adapted;
    }

    /** Notes that a parameter stands in the query. */
    Operand.Parameter declare(ParameterName name) {
        for (ParameterName other : parameters.keySet()) {
            if (other.isNamed() != name.isNamed()) {
                throw QueryMessages.wrong(QueryMessages.MIXED_PARAMETERS, other + ", " + name);
            }
        }
        parameters.computeIfAbsent(name, n -> new Uses());
        return new Operand.Parameter(name);
    }

    /** Uses a parameter as one value of a type. */
    Expression scalar(ParameterName name, ValueType type) {
        Use use = new Use(name.toString(), type.stored(), type.javaType(), type);
        return use(name, use, ParameterBinders.scalar(name, type));
    }

    /** Uses a parameter in arithmetic: the type is a guess, a wider number compiles anew. */
    Operand.Scalar number(ParameterName name, ValueType guess) {
        BasicType wider = adapted.get(name);
        ValueType type = wider == null ? guess : ValueType.of(wider);
        uses(name).adapts = true;
        return new Operand.Scalar(scalar(name, type), type);
    }

    /** Uses a parameter as a list of values. */
    Expression list(ParameterName name, ValueType type) {
        uses(name).collection = true;
        Use use = new Use(name.toString(), new ArrayType(type.stored()), type.javaType(), type);
        return use(name, use, ParameterBinders.list(name, type));
    }

    /** Uses a parameter only to ask whether it is null. */
    Expression presence(ParameterName name) {
        Use use = new Use(name.toString(), BasicType.BOOLEAN, Object.class, "presence");
        return use(name, use, value -> value == null ? null : true);
    }

    /** Uses a parameter that is an entity, or the id of one, by the parts of its key. */
    List<Expression> key(ParameterName name, EntityLayout layout, Class<?> javaType, ParameterBinders.KeyOf keyOf) {
        List<Expression> parts = new ArrayList<>();
        int size = layout.table().primaryKey().size();
        for (int i = 0; i < size; i++) {
            int part = i;
            BasicType type = (BasicType) layout.table().primaryKey().get(i).type();
            String text = size == 1
                    ? name.toString()
                    : name + "." + layout.table().primaryKey().get(i);
            parts.add(use(name, new Use(text, type, javaType, layout), value -> {
                Key key = value == null ? null : keyOf.key(value);
                return key == null ? null : key.part(part);
            }));
        }
        return parts;
    }

    /** Uses a parameter that is a list of entities with a simple key. */
    Expression keyList(ParameterName name, EntityLayout layout, ParameterBinders.KeyOf keyOf) {
        uses(name).collection = true;
        BasicType type = (BasicType) layout.table().primaryKey().get(0).type();
        Use use = new Use(name.toString(), new ArrayType(type), layout.javaClass(), layout);
        return use(name, use, ParameterBinders.list(name, value -> {
            Key key = value == null ? null : keyOf.key(value);
            return key == null ? null : key.part(0);
        }));
    }

    /** Uses a parameter with a binder of its own. */
    Expression use(ParameterName name, Use use, ParameterUse.Binder binder) {
        Uses uses = uses(name);
        if (uses.javaType == null || uses.javaType == Object.class) {
            uses.javaType = use.javaType();
        }
        Expression.Parameter same = known.get(use);
        if (same != null) {
            return same;
        }
        Expression.Parameter parameter = new Expression.Parameter(next++, use.text(), use.type());
        known.put(use, parameter);
        uses.uses.add(new ParameterUse(parameter.index(), use.type(), binder));
        return parameter;
    }

    /** Adds a value that is no parameter of the query's text, such as a bound of the page. */
    int reserve() {
        return next++;
    }

    private Uses uses(ParameterName name) {
        Uses uses = parameters.get(name);
        if (uses == null) {
            throw new AssertionError("not declared: " + name);
        }
        return uses;
    }

    int count() {
        return next;
    }

    List<QueryParameter> toList() {
        List<QueryParameter> list = new ArrayList<>();
        parameters.forEach((name, uses) -> list.add(new QueryParameter(
                name, uses.javaType == null ? Object.class : uses.javaType, uses.collection, uses.adapts, uses.uses)));
        return list;
    }

    /**
     * What tells one use from another.
     *
     * @param text how it is printed
     * @param type the type in the plan
     * @param javaType the class of the program's values
     * @param meaning what it is converted by
     */
    record Use(String text, StoreType type, Class<?> javaType, Object meaning) {}

    private static final class Uses {
        private final List<ParameterUse> uses = new ArrayList<>();
        private @Nullable Class<?> javaType;
        private boolean collection;
        private boolean adapts;
    }
}
