package dev.dormouse.internal.optimize;

import static dev.dormouse.internal.optimize.Flights.airline;
import static dev.dormouse.internal.optimize.Flights.airport;
import static dev.dormouse.internal.optimize.Flights.flight;
import static dev.dormouse.internal.optimize.Flights.plane;
import static dev.dormouse.store.plan.Terms.and;
import static dev.dormouse.store.plan.Terms.slot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.store.plan.Assignment;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Filter;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.PlanPrinter;
import dev.dormouse.store.plan.Project;
import dev.dormouse.store.plan.Scan;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;

/** The tables and the steps that the tests of the optimizer share. */
abstract class OptimizerCases {

    static final LocalDateTime DAY = LocalDateTime.of(2013, 7, 4, 0, 0);

    final Scan f = flight(0);
    final Scan a = airline(1);
    final Scan p = airport(2);
    final Scan m = plane(3);

    static OptimizedPlan optimize(Plan plan, String... switchedOff) {
        return new Optimizer(Flights.KNOWN, Set.of(switchedOff)).optimize(plan);
    }

    static void becomes(Plan plan, String expected) {
        assertThat(PlanPrinter.print(optimize(plan).plan())).isEqualTo(expected);
    }

    static Plan select(Plan input, Scan scan) {
        return new Project(input, List.of(new Assignment(scan.slot(), slot(scan.slot()))));
    }

    Filter where(Expression... terms) {
        return new Filter(f, terms.length == 1 ? terms[0] : and(terms));
    }
}
