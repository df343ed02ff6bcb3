package dev.dormouse.internal.query.build;

import dev.dormouse.failure.QueryMessages;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.PlanPrinter;
import dev.dormouse.store.type.BasicType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings operands to one type: like types stay, numbers are promoted, constants and parameters become what they stand beside. */
final class Typing {

    private final ParameterTable parameters;

    Typing(ParameterTable parameters) {
        this.parameters = parameters;
    }

    ParameterTable parameters() {
        return parameters;
    }

    /** Returns the values of several operands in one common type, for a comparison of some kind. */
    List<Expression> comparable(List<? extends Operand> operands, String context) {
        return all(operands, common(operands, true, context), context);
    }

    /** Returns the values of several operands in one type. */
    List<Expression> all(List<? extends Operand> operands, ValueType type, String context) {
        List<Expression> values = new ArrayList<>();
        operands.forEach(operand -> values.add(value(operand, type, context)));
        return values;
    }

    /**
     * Finds the type that all operands can take.
     *
     * @param adaptsConstants whether a constant number takes the type of the others if it has an equal value there, as in a comparison; else
     *     it takes part in the promotion, as in arithmetic
     * @throws IllegalArgumentException if types are not alike, or nothing has a type
     */
    ValueType common(List<? extends Operand> operands, boolean adaptsConstants, String context) {
        ValueType type = null;
        for (Operand operand : operands) {
            if (operand instanceof Operand.Scalar scalar) {
                type = type == null ? scalar.type() : merged(type, scalar.type(), context);
            } else if (!isFlexible(operand) && !(operand instanceof Operand.Constant)) {
                throw QueryMessages.wrong(QueryMessages.NOT_A_VALUE, describe(operand), operand.describe(), context);
            }
        }
        for (Operand operand : operands) {
            if (operand instanceof Operand.Constant constant) {
                type = type == null ? constant.type() : withConstant(type, constant, adaptsConstants, context);
            }
        }
        if (type == null) {
            throw QueryMessages.wrong(QueryMessages.UNTYPED, describe(operands.get(0)), context);
        }
        return type;
    }

    static boolean isFlexible(Operand operand) {
        return operand instanceof Operand.Parameter || operand == Operand.Null.INSTANCE;
    }

    private static ValueType withConstant(
            ValueType type, Operand.Constant constant, boolean adaptsConstants, String context) {
        if (type.javaType().isInstance(constant.value())) {
            return type;
        }
        if (type.isNumber() && constant.value() instanceof Number number) {
            boolean fits = adaptsConstants && NumberCoercion.exact(number, type.stored()) != null;
            return fits ? type : type.promotedWith(constant.type());
        }
        return merged(type, constant.type(), context);
    }

    private static ValueType merged(ValueType a, ValueType b, String context) {
        if (a.isLike(b)) {
            return a.isNumber() && b.isNumber() && a.javaType() != b.javaType() ? a.promotedWith(b) : a;
        }
        if (a.isNumber() && b.isNumber()) {
            return a.promotedWith(b);
        }
        if (a.isTemporal() && b.isTemporal() && isTimeOnly(a) == isTimeOnly(b)) {
            return temporalRank(a) >= temporalRank(b) ? a : b;
        }
        throw QueryMessages.wrong(QueryMessages.UNLIKE_TYPES, a.describe(), b.describe(), context);
    }

    private static boolean isTimeOnly(ValueType type) {
        return type.stored() == BasicType.TIME || type.stored() == BasicType.OFFSET_TIME;
    }

    private static int temporalRank(ValueType type) {
        return switch (type.stored()) {
            case DATE, TIME -> 0;
            case TIMESTAMP, OFFSET_TIME -> 1;
            case OFFSET_TIMESTAMP -> 2;
            default -> 3;
        };
    }

    /** Returns the value of an operand in a type. */
    Expression value(Operand operand, ValueType type, String context) {
        if (operand instanceof Operand.Scalar scalar) {
            return cast(scalar, type, context);
        }
        if (operand instanceof Operand.Constant constant) {
            return constant(constant, type, context);
        }
        if (operand instanceof Operand.Parameter parameter) {
            return parameters.scalar(parameter.name(), type);
        }
        if (operand == Operand.Null.INSTANCE) {
            return new Expression.Literal(type.stored(), null);
        }
        throw QueryMessages.wrong(QueryMessages.NOT_A_VALUE, describe(operand), operand.describe(), context);
    }

    private static Expression cast(Operand.Scalar scalar, ValueType type, String context) {
        ValueType own = scalar.type();
        if (own.isLike(type)) {
            return scalar.expression();
        }
        boolean convertible = (own.isNumber() && type.isNumber()) || (own.isTemporal() && type.isTemporal());
        if (!convertible) {
            throw QueryMessages.wrong(QueryMessages.UNLIKE_TYPES, own.describe(), type.describe(), context);
        }
        return own.stored() == type.stored()
                ? scalar.expression()
                : new Expression.Cast(scalar.expression(), type.stored());
    }

    private static Expression constant(Operand.Constant constant, ValueType type, String context) {
        Object value = constant.value();
        if (type.isNumber() && value instanceof Number number) {
            Object exact = NumberCoercion.exact(number, type.stored());
            if (exact != null) {
                return new Expression.Literal(type.stored(), exact);
            }
            Object own = constant.type().toStore(value);
            return new Expression.Cast(new Expression.Literal(constant.type().stored(), own), type.stored());
        }
        if (type.javaType().isInstance(value)) {
            return new Expression.Literal(type.stored(), type.toStore(value));
        }
        Expression own =
                new Expression.Literal(constant.type().stored(), constant.type().toStore(value));
        return cast(new Operand.Scalar(own, constant.type()), type, context);
    }

    /** Returns an operand as a scalar of whatever type it has by itself; a parameter or NULL has none. */
    Operand.@Nullable Scalar ownType(Operand operand, String context) {
        if (operand instanceof Operand.Scalar scalar) {
            return scalar;
        }
        if (operand instanceof Operand.Constant constant) {
            return new Operand.Scalar(constant(constant, constant.type(), context), constant.type());
        }
        if (isFlexible(operand)) {
            return null;
        }
        throw QueryMessages.wrong(QueryMessages.NOT_A_VALUE, describe(operand), operand.describe(), context);
    }

    /** Returns an operand as a scalar; a parameter or NULL takes the type that is said. */
    Operand.Scalar scalar(Operand operand, ValueType otherwise, String context) {
        Operand.Scalar own = ownType(operand, context);
        return own != null ? own : new Operand.Scalar(value(operand, otherwise, context), otherwise);
    }

    /** Names an operand for a message. */
    static String describe(Operand operand) {
        if (operand instanceof Operand.Entity entity) {
            return entity.access().text();
        }
        if (operand instanceof Operand.Embeddable embeddable) {
            return embeddable.text();
        }
        if (operand instanceof Operand.Collection collection) {
            return collection.text();
        }
        if (operand instanceof Operand.Parameter parameter) {
            return parameter.name().toString();
        }
        if (operand instanceof Operand.Constant constant) {
            return constant.value().toString();
        }
        if (operand instanceof Operand.Scalar scalar) {
            return PlanPrinter.print(scalar.expression());
        }
        return operand.describe();
    }
}
