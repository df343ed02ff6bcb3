package dev.dormouse.internal.optimize;

import static dev.dormouse.internal.optimize.Flights.flight;
import static dev.dormouse.store.plan.Terms.and;
import static dev.dormouse.store.plan.Terms.cast;
import static dev.dormouse.store.plan.Terms.compare;
import static dev.dormouse.store.plan.Terms.eq;
import static dev.dormouse.store.plan.Terms.field;
import static dev.dormouse.store.plan.Terms.isNull;
import static dev.dormouse.store.plan.Terms.lit;
import static dev.dormouse.store.plan.Terms.not;
import static dev.dormouse.store.plan.Terms.param;
import static dev.dormouse.store.plan.Terms.slot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.store.plan.Aggregate;
import dev.dormouse.store.plan.ArithmeticOperator;
import dev.dormouse.store.plan.Assignment;
import dev.dormouse.store.plan.ComparisonOperator;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Filter;
import dev.dormouse.store.plan.Join;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.PlanPrinter;
import dev.dormouse.store.plan.Project;
import dev.dormouse.store.plan.Scan;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.plan.Sort;
import dev.dormouse.store.plan.SortKey;
import dev.dormouse.store.type.BasicType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Joins and subqueries find their order and their strategy. */
class JoinTest extends OptimizerCases {

    @Test
    void fewRowsSearchTheirPartners() {
        Plan join = Join.of(f, p, Join.Kind.INNER, eq(field(f, "dest"), field(p, "code")));
        becomes(
                select(new Filter(join, eq(field(f, "id"), lit(7L))), f),
                """
                Project f0
                  Join inner
                    Scan Flight f0 by key: id = 7
                    Scan Airport p2 by key: code = f0.dest
                """);
    }

    @Test
    void manyRowsAreHashed() {
        becomes(
                select(Join.of(f, p, Join.Kind.LEFT, eq(field(p, "code"), field(f, "dest"))), f),
                """
                Project f0
                  Join left hash f0.dest = p2.code
                    Scan Flight f0
                    Scan Airport p2
                """);
    }

    /** Rain falls in few hours, so their departures are searched; of the dry hours there are so many that all departures are read. */
    @Test
    void howOftenAValueOccursDecidesBetweenLookupsAndAHashTable() {
        Scan d = Flights.departure(0);
        Scan w = Flights.weather(1);
        Plan join = Join.of(
                d,
                w,
                Join.Kind.INNER,
                and(eq(field(d, "origin"), field(w, "origin")), eq(field(d, "hour"), field(w, "hour"))));
        becomes(
                select(new Filter(join, eq(field(w, "rain"), lit(0.0))), d),
                """
                Project d0
                  Join inner hash d0.origin = w1.origin, d0.hour = w1.hour
                    Scan Departure d0
                    Filter w1.rain = 0.0
                      Scan Weather w1
                """);
        becomes(
                select(new Filter(join, eq(field(w, "rain"), param(0, ":rain", BasicType.DOUBLE))), d),
                """
                Project d0
                  Join inner hash d0.origin = w1.origin, d0.hour = w1.hour
                    Scan Departure d0
                    Filter w1.rain = :rain
                      Scan Weather w1
                """);
        becomes(
                select(new Filter(join, compare(field(w, "rain"), ">", lit(0.65))), d),
                """
                Project d0
                  Join inner
                    Filter w1.rain > 0.65
                      Scan Weather w1
                    Scan Departure d0 by index origin,hour(origin, hour): origin = w1.origin, hour = w1.hour
                """);
    }

    @Test
    void aConditionThatRejectsNullsMakesAnInnerJoin() {
        Plan left = Join.of(f, m, Join.Kind.LEFT, eq(field(f, "tail"), field(m, "tail")));
        becomes(
                select(new Filter(left, and(eq(field(m, "maker"), lit("BOEING")), eq(field(f, "id"), lit(1L)))), f),
                """
                Project f0
                  Join inner
                    Scan Flight f0 by key: id = 1
                    Filter m3.maker = 'BOEING'
                      Scan Plane m3 by key: tail = f0.tail
                """);
    }

    @Test
    void theSideWithFewRowsComesFirst() {
        Plan join = Join.of(f, m, Join.Kind.INNER, eq(field(f, "tail"), field(m, "tail")));
        becomes(
                select(new Filter(join, eq(field(m, "tail"), lit("N14228"))), f),
                """
                Project f0
                  Join inner
                    Scan Plane m3 by key: tail = 'N14228'
                    Scan Flight f0 by index tail,time(tail, time): tail = m3.tail
                """);
    }

    @Test
    void theOrderOfTheFirstSideIsKept() {
        Plan sorted = new Sort(f, List.of(SortKey.of(field(f, "delay"), true)));
        Plan join = Join.of(sorted, m, Join.Kind.INNER, eq(field(f, "tail"), field(m, "tail")));
        becomes(
                select(new Filter(join, eq(field(m, "tail"), lit("N14228"))), f),
                """
                Project f0
                  Join inner hash f0.tail = m3.tail
                    Sort f0.delay desc
                      Scan Flight f0
                    Scan Plane m3 by key: tail = 'N14228'
                """);
    }

    @Test
    void existenceIsASemiJoin() {
        Plan query = new Filter(f, eq(field(f, "dest"), field(p, "code")));
        becomes(
                new Filter(p, new Expression.Exists(query)),
                """
                Join semi
                  Scan Airport p2
                  Scan Flight f0 by index dest(dest): dest = p2.code entries suffice
                """);
        becomes(
                new Filter(f, not(new Expression.Exists(new Filter(p, eq(field(f, "dest"), field(p, "code")))))),
                """
                Join anti hash f0.dest = p2.code
                  Scan Flight f0
                  Scan Airport p2
                """);
    }

    @Test
    void membershipIsASemiJoin() {
        Slot code = new Slot(9, "code", BasicType.STRING);
        Plan codes = new Project(
                new Filter(p, eq(field(p, "name"), lit("X"))), List.of(new Assignment(code, field(p, "code"))));
        becomes(
                new Filter(f, new Expression.InQuery(List.of(field(f, "dest")), codes)),
                """
                Join semi hash f0.dest = p2.code
                  Scan Flight f0
                  Filter p2.name = 'X'
                    Scan Airport p2
                """);
    }

    @Test
    void absenceIsAnAntiJoinInWhichNullsMayBeEqual() {
        Slot code = new Slot(9, "code", BasicType.STRING);
        Plan codes = new Project(p, List.of(new Assignment(code, field(p, "code"))));
        Plan names = new Project(p, List.of(new Assignment(code, field(p, "name"))));
        becomes(
                new Filter(f, not(new Expression.InQuery(List.of(field(f, "dest")), codes))),
                """
                Join anti null-aware hash f0.dest = p2.code
                  Scan Flight f0
                  Scan Airport p2
                """);
        becomes(
                new Filter(a, new Expression.Quantified(ComparisonOperator.NOT_EQUAL, field(a, "name"), true, names)),
                """
                Join anti null-aware hash a1.name = p2.name
                  Scan Airline a1
                  Scan Airport p2
                """);
    }

    @Test
    void absenceOfWhatIsNeverNullIsAnAntiJoinByEquality() {
        Slot code = new Slot(9, "code", BasicType.STRING);
        Plan destinations = new Project(
                new Filter(f, not(isNull(field(f, "dest")))), List.of(new Assignment(code, field(f, "dest"))));
        becomes(
                new Filter(p, not(new Expression.InQuery(List.of(field(p, "code")), destinations))),
                """
                Join anti
                  Scan Airport p2
                  Filter f0.dest is not null
                    Scan Flight f0 by index dest(dest): dest = p2.code entries suffice
                """);
    }

    @Test
    void membershipThatIsTheSameForAllRowsIsAskedOnce() {
        Slot code = new Slot(9, "code", BasicType.STRING);
        Plan codes = new Project(p, List.of(new Assignment(code, field(p, "code"))));
        becomes(
                new Filter(f, new Expression.InQuery(List.of(lit("LAX")), codes)),
                """
                Filter 'LAX' in (#1)
                  #1:
                    Project code = p2.code
                      Scan Airport p2
                  Scan Flight f0
                """);
    }

    @Test
    void whatIsNeverNullIsCountedByRows() {
        Slot n = new Slot(9, "n", BasicType.LONG);
        Plan join = Join.of(p, f, Join.Kind.LEFT, eq(field(f, "dest"), field(p, "code")));
        List<Aggregate.Call> calls = new ArrayList<>();
        for (Expression counted :
                List.of(field(p, "code"), slot(p.slot()), field(p, "name"), field(f, "id"), slot(f.slot()))) {
            calls.add(new Aggregate.Call(n, Aggregate.Function.COUNT, false, counted));
        }
        becomes(
                new Aggregate(join, List.of(), calls),
                """
                Aggregate n = count(*), n = count(*), n = count(p2.name), n = count(f0.id), n = count(f0)
                  Join left hash p2.code = f0.dest
                    Scan Airport p2
                    Scan Flight f0
                """);
        becomes(
                new Aggregate(
                        where(compare(field(f, "delay"), ">", lit(1.0))),
                        List.of(),
                        List.of(
                                new Aggregate.Call(n, Aggregate.Function.COUNT, false, field(f, "delay")),
                                new Aggregate.Call(n, Aggregate.Function.COUNT, true, field(f, "id")))),
                """
                Aggregate n = count(*), n = count(distinct f0.id)
                  Filter f0.delay > 1.0
                    Scan Flight f0
                """);
    }

    private Plan flightsOfAirlines(Plan flights, Aggregate.Function function) {
        return flightsOfAirlines(flights, function, field(f, "number"));
    }

    private Plan flightsOfAirlines(Plan flights, Aggregate.Function function, Expression argument) {
        Slot name = new Slot(20, "name", BasicType.STRING);
        Slot n = new Slot(21, "n", BasicType.LONG);
        Slot most = new Slot(22, "most", BasicType.INTEGER);
        return new Aggregate(
                Join.of(flights, a, Join.Kind.INNER, eq(field(f, "carrier"), field(a, "code"))),
                List.of(new Assignment(name, field(a, "name"))),
                List.of(
                        new Aggregate.Call(n, Aggregate.Function.COUNT, false, Expression.Literal.TRUE),
                        new Aggregate.Call(most, function, false, argument)));
    }

    @Test
    void rowsAreGroupedByWhatTheyAreJoinedBy() {
        becomes(
                flightsOfAirlines(f, Aggregate.Function.MAX),
                """
                Aggregate n = sum(part$24), most = max(part$25) by name = a1.name
                  Join inner hash key$23 = a1.code
                    Aggregate part$24 = count(*), part$25 = max(f0.number) by key$23 = f0.carrier
                      Scan Flight f0
                    Scan Airline a1
                """);
    }

    @Test
    void fewRowsAreJoinedBeforeTheyAreGrouped() {
        Plan some = new Filter(f, eq(field(f, "id"), lit(7L)));
        assertThat(PlanPrinter.print(optimize(flightsOfAirlines(some, Aggregate.Function.MAX))
                        .plan()))
                .contains("n = count(*), most = max(f0.number) by name = a1.name");
    }

    @Test
    void whatIsNotMadeOfPartsIsComputedAfterTheJoin() {
        assertThat(PlanPrinter.print(
                        optimize(flightsOfAirlines(f, Aggregate.Function.AVG)).plan()))
                .contains("n = count(*), most = avg(f0.number) by name = a1.name");
    }

    @Test
    void whatMayFailIsComputedOfRowsThatHaveAPartnerOnly() {
        Expression quotient =
                new Expression.Arithmetic(ArithmeticOperator.DIVIDE, lit(1), field(f, "number"), BasicType.INTEGER);
        assertThat(PlanPrinter.print(optimize(flightsOfAirlines(f, Aggregate.Function.MAX, quotient))
                        .plan()))
                .contains("n = count(*), most = max(1 / f0.number) by name = a1.name");
    }

    @Test
    void anIntegerIsWidenedBelowTheJoin() {
        Expression widened = new Expression.Cast(field(f, "number"), BasicType.LONG);
        assertThat(PlanPrinter.print(optimize(flightsOfAirlines(f, Aggregate.Function.MAX, widened))
                        .plan()))
                .isEqualTo(PlanPrinter.print(optimize(flightsOfAirlines(f, Aggregate.Function.MAX))
                                .plan())
                        .replace("max(f0.number)", "max(cast(f0.number as LONG))"));
    }

    @Test
    void anAggregateOfEachGroupIsComputedAtOnce() {
        Scan g = flight(5);
        Slot longest = new Slot(9, "longest", BasicType.DOUBLE);
        Plan query = new Aggregate(
                new Filter(g, eq(field(g, "carrier"), field(f, "carrier"))),
                List.of(),
                List.of(new Aggregate.Call(longest, Aggregate.Function.MAX, false, field(g, "delay"))));
        becomes(
                new Filter(f, eq(field(f, "delay"), new Expression.ScalarQuery(query))),
                """
                Project f0
                  Filter f0.delay = longest
                    Join left hash f0.carrier = key$10
                      Scan Flight f0
                      Aggregate longest = max(f5.delay) by key$10 = f5.carrier
                        Scan Flight f5
                """);
    }

    private Plan longestOfSame(String path, Expression... outerTerms) {
        Scan g = flight(5);
        Slot longest = new Slot(9, "longest", BasicType.DOUBLE);
        Plan query = new Aggregate(
                new Filter(g, eq(field(g, path), field(f, path))),
                List.of(),
                List.of(new Aggregate.Call(longest, Aggregate.Function.MAX, false, field(g, "delay"))));
        List<Expression> terms = new ArrayList<>(List.of(outerTerms));
        terms.add(eq(field(f, "delay"), new Expression.ScalarQuery(query)));
        return where(terms.toArray(Expression[]::new));
    }

    @Test
    void anAggregateBesideASelectiveConditionIsLookedUp() {
        becomes(
                longestOfSame(
                        "tail",
                        compare(field(f, "id"), "<", param(0, ":most", BasicType.LONG)),
                        isNull(field(f, "dest"))),
                """
                Filter f0.id < :most and f0.delay = (#1)
                  #1:
                    Aggregate longest = max(f5.delay)
                      Scan Flight f5 by index tail,time(tail, time): tail = f0.tail
                  Scan Flight f0 by index dest(dest): dest is null
                """);
    }

    @Test
    void whatHoldsOfTheRowsAroundHoldsOfWhatIsGrouped() {
        becomes(
                longestOfSame(
                        "number",
                        compare(field(f, "number"), ">", lit(1)),
                        compare(lit(5000), ">", field(f, "number")),
                        compare(field(f, "number"), "<", cast(field(f, "id"), BasicType.INTEGER))),
                """
                Project f0
                  Filter f0.delay = longest
                    Join left hash f0.number = key$10
                      Filter f0.number > 1 and 5000 > f0.number and f0.number < cast(f0.id as INTEGER)
                        Scan Flight f0
                      Aggregate longest = max(f5.delay) by key$10 = f5.number
                        Filter f5.number > 1 and 5000 > f5.number
                          Scan Flight f5
                """);
    }
}
