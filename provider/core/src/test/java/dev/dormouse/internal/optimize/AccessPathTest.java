package dev.dormouse.internal.optimize;

import static dev.dormouse.internal.optimize.Flights.flight;
import static dev.dormouse.store.plan.Terms.and;
import static dev.dormouse.store.plan.Terms.cast;
import static dev.dormouse.store.plan.Terms.compare;
import static dev.dormouse.store.plan.Terms.eq;
import static dev.dormouse.store.plan.Terms.field;
import static dev.dormouse.store.plan.Terms.in;
import static dev.dormouse.store.plan.Terms.isNull;
import static dev.dormouse.store.plan.Terms.like;
import static dev.dormouse.store.plan.Terms.lit;
import static dev.dormouse.store.plan.Terms.or;
import static dev.dormouse.store.plan.Terms.param;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.store.plan.Assignment;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Filter;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.PlanPrinter;
import dev.dormouse.store.plan.Project;
import dev.dormouse.store.plan.Scan;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What of a search an index takes over. */
class AccessPathTest extends OptimizerCases {

    @Test
    void aKeyIsLookedUp() {
        becomes(where(eq(field(f, "id"), lit(7L))), "Scan Flight f0 by key: id = 7\n");
        becomes(
                where(eq(lit(7L), field(f, "id")), eq(field(f, "dest"), lit("LAX"))),
                """
                Filter f0.dest = 'LAX'
                  Scan Flight f0 by key: id = 7
                """);
    }

    @Test
    void aListOfKeysIsLookedUp() {
        becomes(
                where(or(eq(field(f, "id"), lit(1L)), eq(field(f, "id"), lit(2L)), in(field(f, "id"), lit(3L)))),
                "Scan Flight f0 by key: id in (1, 2, 3)\n");
        Expression ids = param(0, ":ids", new ArrayType(BasicType.LONG));
        becomes(where(in(field(f, "id"), ids)), "Scan Flight f0 by key: id in (:ids)\n");
    }

    @Test
    void aRangeOfKeysIsWalked() {
        becomes(
                where(compare(field(f, "id"), ">", lit(7L)), compare(field(f, "id"), "<=", lit(9L))),
                "Scan Flight f0 by key: id > 7, id <= 9\n");
    }

    @Test
    void equalPartsAndThenARangeAreWalkedInAnIndex() {
        becomes(
                where(
                        eq(field(f, "origin"), param(0, ":origin", BasicType.STRING)),
                        compare(field(f, "time"), ">=", lit(DAY)),
                        compare(field(f, "time"), "<", lit(DAY.plusDays(1))),
                        compare(field(f, "delay"), ">", lit(10.0))),
                """
                Filter f0.delay > 10.0
                  Scan Flight f0 by index origin,time,carrier,number(origin, time, carrier, number): origin = :origin, \
                time >= TIMESTAMP '2013-07-04T00:00', time < TIMESTAMP '2013-07-05T00:00'
                """);
    }

    @Test
    void nullsAndListsAreSearchedInAnIndex() {
        becomes(where(isNull(field(f, "tail"))), "Scan Flight f0 by index tail,time(tail, time): tail is null\n");
        becomes(
                where(in(field(f, "tail"), lit("N1"), lit("N2"))),
                "Scan Flight f0 by index tail,time(tail, time): tail in ('N1', 'N2')\n");
    }

    @Test
    void entriesThatSufficeServeListsAndMakeAnIndexCheaper() {
        becomes(
                tailOf(where(in(field(f, "tail"), lit("N1"), lit("N2")))),
                """
                Project v = f0.tail
                  Scan Flight f0 by index tail,time(tail, time): tail in ('N1', 'N2') entries suffice
                """);
        Plan most = where(compare(field(f, "tail"), ">", lit("N1")));
        becomes(most, "Filter f0.tail > 'N1'\n  Scan Flight f0\n");
        becomes(
                tailOf(most),
                """
                Project v = f0.tail
                  Scan Flight f0 by index tail,time(tail, time): tail > 'N1' entries suffice
                """);
    }

    private Plan tailOf(Plan flights) {
        return new Project(flights, List.of(new Assignment(new Slot(10, "v", BasicType.STRING), field(f, "tail"))));
    }

    @Test
    void theStartOfATextIsARangeThatIsCheckedAgain() {
        becomes(
                where(like(field(f, "tail"), lit("N1%5"), null)),
                """
                Filter f0.tail like 'N1%5'
                  Scan Flight f0 by index tail,time(tail, time): tail >= 'N1', tail < 'N2'
                """);
    }

    @Test
    void aCastOfAFieldIsTakenOff() {
        Scan scan = flight(0);
        becomes(
                new Filter(
                        scan,
                        and(
                                eq(field(scan, "origin"), lit("JFK")),
                                eq(field(scan, "time"), lit(DAY)),
                                eq(field(scan, "carrier"), lit("AA")),
                                compare(cast(field(scan, "number"), BasicType.LONG), "<", lit(5L)))),
                "Scan Flight f0 by index origin,time,carrier,number(origin, time, carrier, number): origin = 'JFK', "
                        + "time = TIMESTAMP '2013-07-04T00:00', carrier = 'AA', number < 5\n");
    }

    @Test
    void whatAnIndexWouldAvoidIsSaid() {
        assertThat(optimize(where(compare(field(f, "number"), "<", lit(5)), eq(field(f, "delay"), lit(0.0))))
                        .advice())
                .containsExactly("Full scan of Flight f0: an @Index on (delay, number) would avoid it.");
        assertThat(optimize(where(eq(field(f, "carrier"), lit("AA"))), "ChooseAccessPath")
                        .advice())
                .isEmpty();
    }

    @Test
    void aRuleCanBeSwitchedOff() {
        Plan plan = where(eq(field(f, "id"), lit(7L)));
        assertThat(PlanPrinter.print(optimize(plan, "ChooseAccessPath").plan())).isEqualTo(PlanPrinter.print(plan));
    }
}
