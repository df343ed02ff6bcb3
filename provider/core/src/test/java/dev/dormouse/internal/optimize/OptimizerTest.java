package dev.dormouse.internal.optimize;

import static dev.dormouse.internal.optimize.Flights.airline;
import static dev.dormouse.internal.optimize.Flights.airport;
import static dev.dormouse.internal.optimize.Flights.flight;
import static dev.dormouse.internal.optimize.Flights.plane;
import static dev.dormouse.store.plan.Terms.and;
import static dev.dormouse.store.plan.Terms.cast;
import static dev.dormouse.store.plan.Terms.compare;
import static dev.dormouse.store.plan.Terms.eq;
import static dev.dormouse.store.plan.Terms.field;
import static dev.dormouse.store.plan.Terms.in;
import static dev.dormouse.store.plan.Terms.isNull;
import static dev.dormouse.store.plan.Terms.like;
import static dev.dormouse.store.plan.Terms.lit;
import static dev.dormouse.store.plan.Terms.not;
import static dev.dormouse.store.plan.Terms.nothing;
import static dev.dormouse.store.plan.Terms.or;
import static dev.dormouse.store.plan.Terms.param;
import static dev.dormouse.store.plan.Terms.slot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.store.plan.Aggregate;
import dev.dormouse.store.plan.Assignment;
import dev.dormouse.store.plan.ComparisonOperator;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Filter;
import dev.dormouse.store.plan.Join;
import dev.dormouse.store.plan.Limit;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.PlanPrinter;
import dev.dormouse.store.plan.Project;
import dev.dormouse.store.plan.Scan;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.plan.Sort;
import dev.dormouse.store.plan.SortKey;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OptimizerTest {

    private static final LocalDateTime DAY = LocalDateTime.of(2013, 7, 4, 0, 0);

    private final Scan f = flight(0);
    private final Scan a = airline(1);
    private final Scan p = airport(2);
    private final Scan m = plane(3);

    private static OptimizedPlan optimize(Plan plan, String... switchedOff) {
        return new Optimizer(Flights.KNOWN, Set.of(switchedOff)).optimize(plan);
    }

    private static void becomes(Plan plan, String expected) {
        assertThat(PlanPrinter.print(optimize(plan).plan())).isEqualTo(expected);
    }

    private static Plan select(Plan input, Scan scan) {
        return new Project(input, List.of(new Assignment(scan.slot(), slot(scan.slot()))));
    }

    private Filter where(Expression... terms) {
        return new Filter(f, terms.length == 1 ? terms[0] : and(terms));
    }

    @Nested
    class Access {

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
            assertThat(PlanPrinter.print(optimize(plan, "ChooseAccessPath").plan()))
                    .isEqualTo(PlanPrinter.print(plan));
        }
    }

    @Nested
    class Conditions {

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
                        Scan Flight f0 by index carrier(carrier): carrier = 'AA'
                    """);
        }
    }

    @Nested
    class Joins {

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
                      Scan Flight f0 by index dest(dest): dest = p2.code
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
                    new Filter(
                            a, new Expression.Quantified(ComparisonOperator.NOT_EQUAL, field(a, "name"), true, names)),
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
                        Scan Flight f0 by index dest(dest): dest = p2.code
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
                    Filter f0.delay = longest
                      Join left hash f0.carrier = key$10
                        Scan Flight f0
                        Aggregate longest = max(f5.delay) by key$10 = f5.carrier
                          Scan Flight f5
                    """);
        }
    }

    @Nested
    class Orders {

        @Test
        void aPageOfAnIndexNeedsNoSort() {
            Plan join = Join.of(f, a, Join.Kind.LEFT, eq(field(f, "carrier"), field(a, "code")));
            Plan rows = new Filter(
                    join,
                    and(
                            eq(field(f, "origin"), lit("JFK")),
                            compare(field(f, "time"), ">=", lit(DAY)),
                            compare(field(f, "time"), "<", lit(DAY.plusDays(1)))));
            Plan sort = new Sort(
                    select(rows, f),
                    List.of(
                            SortKey.of(field(f, "time"), false),
                            SortKey.of(field(f, "carrier"), false),
                            SortKey.of(field(f, "number"), false)));
            becomes(
                    new Limit(sort, Optional.of(lit(40L)), Optional.of(lit(20L))),
                    """
                    Project f0
                      Limit 20 offset 40
                        Sort f0.time, f0.carrier, f0.number in order of access
                          Join left
                            Scan Flight f0 by index origin,time,carrier,number(origin, time, carrier, number): origin = 'JFK', \
                    time >= TIMESTAMP '2013-07-04T00:00', time < TIMESTAMP '2013-07-05T00:00'
                            Scan Airline a1 by key: code = f0.carrier
                    """);
        }

        @Test
        void anIndexIsWalkedFromItsEnd() {
            Plan sort =
                    new Sort(where(eq(field(f, "tail"), lit("N14228"))), List.of(SortKey.of(field(f, "time"), true)));
            becomes(
                    sort,
                    """
                    Sort f0.time desc in order of access
                      Scan Flight f0 by index tail,time(tail, time): tail = 'N14228' reverse
                    """);
        }

        @Test
        void nullsInAnotherPlaceNeedASort() {
            Plan sort = new Sort(
                    where(eq(field(f, "tail"), lit("N14228"))), List.of(new SortKey(field(f, "time"), true, true)));
            becomes(
                    sort,
                    """
                    Sort f0.time desc nulls first
                      Scan Flight f0 by index tail,time(tail, time): tail = 'N14228'
                    """);
        }

        @Test
        void theHighestValueIsAtTheEndOfAnIndex() {
            Slot last = new Slot(9, "last", BasicType.TIMESTAMP);
            Plan max = new Aggregate(
                    where(eq(field(f, "tail"), lit("N14228"))),
                    List.of(),
                    List.of(new Aggregate.Call(last, Aggregate.Function.MAX, false, field(f, "time"))));
            becomes(
                    max,
                    """
                    Aggregate last = max(f0.time)
                      Limit 1
                        Sort f0.time desc in order of access
                          Scan Flight f0 by index tail,time(tail, time): tail = 'N14228', time is not null reverse
                    """);
        }
    }
}
