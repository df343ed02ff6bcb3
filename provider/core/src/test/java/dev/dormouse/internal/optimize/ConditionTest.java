package dev.dormouse.internal.optimize;

import static dev.dormouse.store.plan.Terms.and;
import static dev.dormouse.store.plan.Terms.compare;
import static dev.dormouse.store.plan.Terms.eq;
import static dev.dormouse.store.plan.Terms.field;
import static dev.dormouse.store.plan.Terms.isNull;
import static dev.dormouse.store.plan.Terms.lit;
import static dev.dormouse.store.plan.Terms.not;
import static dev.dormouse.store.plan.Terms.nothing;
import static dev.dormouse.store.plan.Terms.or;
import static dev.dormouse.store.plan.Terms.slot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.store.plan.Aggregate;
import dev.dormouse.store.plan.Assignment;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Filter;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.type.BasicType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Conditions become simpler, and go where few rows are. */
class ConditionTest extends OptimizerCases {

    @Test
    void whatIsDecidedDisappears() {
        becomes(new Filter(f, and(Expression.Literal.TRUE, eq(lit(1), lit(1)))), "Scan Flight f0\n");
        becomes(
                new Filter(f, and(eq(field(f, "id"), nothing(BasicType.LONG)), isNull(lit(1)))),
                """
                Limit 0
                  Scan Flight f0
                """);
    }

    @Test
    void tenThousandTermsStayOnOneLevel() {
        List<Expression> terms = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            terms.add(i % 2 == 0 ? eq(field(f, "id"), lit((long) i)) : compare(field(f, "number"), ">", lit(i)));
        }
        Plan plan = optimize(new Filter(f, new Expression.Or(terms))).plan();
        Expression.Or or = (Expression.Or) ((Filter) plan).condition();
        assertThat(or.terms()).hasSize(5001).first().isInstanceOf(Expression.InList.class);
    }

    @Test
    void negationsMoveInward() {
        becomes(
                where(not(or(compare(field(f, "delay"), "<", lit(1.0)), not(isNull(field(f, "number")))))),
                """
                Filter f0.delay >= 1.0 and f0.number is null
                  Scan Flight f0
                """);
    }

    @Test
    void filtersGoBelowGroupingWhereTheyReadKeys() {
        Slot carrier = new Slot(10, "carrier", BasicType.STRING);
        Slot count = new Slot(11, "n", BasicType.LONG);
        Plan groups = new Aggregate(
                f,
                List.of(new Assignment(carrier, field(f, "carrier"))),
                List.of(new Aggregate.Call(count, Aggregate.Function.COUNT, false, Expression.Literal.TRUE)));
        becomes(
                new Filter(groups, and(eq(slot(carrier), lit("AA")), compare(slot(count), ">", lit(1L)))),
                """
                Filter n > 1
                  Aggregate n = count(*) by carrier = f0.carrier
                    Scan Flight f0 by index carrier(carrier): carrier = 'AA' entries suffice
                """);
    }
}
