package dev.dormouse.internal.optimize;

import static dev.dormouse.store.plan.Terms.and;
import static dev.dormouse.store.plan.Terms.compare;
import static dev.dormouse.store.plan.Terms.eq;
import static dev.dormouse.store.plan.Terms.field;
import static dev.dormouse.store.plan.Terms.lit;
import static dev.dormouse.store.plan.Terms.param;

import dev.dormouse.store.plan.Aggregate;
import dev.dormouse.store.plan.Filter;
import dev.dormouse.store.plan.Join;
import dev.dormouse.store.plan.Limit;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.plan.Sort;
import dev.dormouse.store.plan.SortKey;
import dev.dormouse.store.type.BasicType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Orders and pages come from indexes where they can. */
class OrderTest extends OptimizerCases {

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
        Plan sort = new Sort(where(eq(field(f, "tail"), lit("N14228"))), List.of(SortKey.of(field(f, "time"), true)));
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
                      Scan Flight f0 by index tail,time(tail, time): tail = 'N14228', time is not null reverse entries suffice
                """);
    }

    @Test
    void theOrderIsKeptBehindALookupOfOneRow() {
        Plan join = Join.of(f, m, Join.Kind.INNER, eq(field(f, "tail"), field(m, "tail")));
        Plan rows = new Filter(join, eq(field(m, "tail"), param(0, ":tail", BasicType.STRING)));
        Plan sort = new Sort(
                select(rows, f), List.of(SortKey.of(field(m, "maker"), false), SortKey.of(field(f, "time"), true)));
        becomes(
                new Limit(sort, Optional.empty(), Optional.of(lit(20L))),
                """
                Project f0
                  Limit 20
                    Sort m3.maker, f0.time desc in order of access
                      Join inner
                        Scan Plane m3 by key: tail = :tail
                        Scan Flight f0 by index tail,time(tail, time): tail = m3.tail reverse
                """);
    }
}
