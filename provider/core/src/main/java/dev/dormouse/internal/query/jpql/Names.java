package dev.dormouse.internal.query.jpql;

import dev.dormouse.jpql.ast.AggregateFunction;
import dev.dormouse.jpql.ast.ArithmeticOperator;
import dev.dormouse.jpql.ast.CastTarget;
import dev.dormouse.jpql.ast.ComparisonOperator;
import dev.dormouse.jpql.ast.DatetimeField;
import dev.dormouse.jpql.ast.DatetimeFunction;
import dev.dormouse.jpql.ast.TrimSide;
import dev.dormouse.store.plan.Aggregate;
import dev.dormouse.store.plan.Function;
import dev.dormouse.store.type.BasicType;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** What the words of the language are called in the algebra. */
final class Names {

    private Names() {}

    static Aggregate.Function function(AggregateFunction function) {
        return Aggregate.Function.valueOf(function.name());
    }

    static dev.dormouse.store.plan.ArithmeticOperator operator(ArithmeticOperator operator) {
        return dev.dormouse.store.plan.ArithmeticOperator.valueOf(operator.name());
    }

    static dev.dormouse.store.plan.ComparisonOperator operator(ComparisonOperator operator) {
        return dev.dormouse.store.plan.ComparisonOperator.valueOf(operator.name());
    }

    static BasicType target(CastTarget target) {
        return BasicType.valueOf(target.name());
    }

    static Function extract(DatetimeField field) {
        return Function.valueOf("EXTRACT_" + field.name());
    }

    static Function trim(TrimSide side) {
        return switch (side) {
            case BOTH -> Function.TRIM;
            case LEADING -> Function.TRIM_LEADING;
            case TRAILING -> Function.TRIM_TRAILING;
        };
    }

    static Function current(DatetimeFunction function) {
        return switch (function) {
            case CURRENT_DATE, LOCAL_DATE -> Function.CURRENT_DATE;
            case CURRENT_TIME, LOCAL_TIME -> Function.CURRENT_TIME;
            case CURRENT_TIMESTAMP, LOCAL_DATETIME -> Function.CURRENT_TIMESTAMP;
        };
    }

    /** Returns the class of the results as the specification has it (section 4.7.7.3). */
    static Class<?> javaType(DatetimeFunction function) {
        return switch (function) {
            case CURRENT_DATE -> java.sql.Date.class;
            case CURRENT_TIME -> java.sql.Time.class;
            case CURRENT_TIMESTAMP -> java.sql.Timestamp.class;
            case LOCAL_DATE -> LocalDate.class;
            case LOCAL_TIME -> LocalTime.class;
            case LOCAL_DATETIME -> LocalDateTime.class;
        };
    }
}
