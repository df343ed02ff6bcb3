package dev.dormouse.examples.flights;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * One question in the query language.
 *
 * @param number which of the ten; a question of several queries has its number several times
 * @param title the question in words
 * @param jpql the query
 * @param parameters the values of its named parameters
 * @param first how many rows are passed over
 * @param most how many rows follow at most, 0 for all
 */
record Question(int number, String title, String jpql, Map<String, Object> parameters, int first, int most) {

    /** Questions 1 to 9; question 10 is {@link BulkRollback}. */
    static final List<Question> ALL = List.of(
            count("Airline"),
            count("Airport"),
            count("Plane"),
            count("Weather"),
            count("Flight"),
            of(
                    2,
                    "mean arrival delay and number of flights by airline, worst first",
                    """
                    select a.name, avg(f.times.arrivalDelay) as delay, count(f)
                    from Flight f join f.airline a
                    group by a.name
                    order by delay desc"""),
            new Question(
                    3,
                    "every flight of plane N14228 in time order, with its destination",
                    """
                    select f from Flight f left join fetch f.destination
                    where f.plane.tailNumber = :tail
                    order by f.date, f.times.scheduledDeparture, f.id""",
                    Map.of("tail", "N14228"),
                    0,
                    0),
            of(
                    4,
                    "destinations that are in no airport row",
                    """
                    select f.destinationCode, count(f) from Flight f
                    where f.destination is null
                    group by f.destinationCode
                    order by f.destinationCode"""),
            of(
                    5,
                    "mean departure delay with precipitation",
                    "select avg(f.times.departureDelay), count(f) from Flight f join f.weather w where w.precipitation > 0"),
            of(
                    5,
                    "mean departure delay without precipitation",
                    "select avg(f.times.departureDelay), count(f) from Flight f join f.weather w where w.precipitation = 0"),
            of(
                    6,
                    "manufacturers with more than 1,000 flights",
                    """
                    select p.manufacturer, count(f) as flights
                    from Flight f join f.plane p
                    group by p.manufacturer
                    having count(f) > 1000
                    order by flights desc"""),
            new Question(
                    7,
                    "page 3 of the departures from JFK on 2013-07-04",
                    """
                    select f.times.scheduledDeparture, f.carrier, f.number, f.destinationCode from Flight f
                    where f.originCode = :origin and f.date = :day
                    order by f.times.scheduledDeparture, f.carrier, f.number""",
                    Map.of("origin", "JFK", "day", LocalDate.of(2013, 7, 4)),
                    40,
                    20),
            of(
                    8,
                    "airports reached from all three origins by at least three airlines",
                    """
                    select d.name, count(distinct f.originCode), count(distinct f.carrier)
                    from Flight f join f.destination d
                    group by d.faa, d.name
                    having count(distinct f.originCode) = 3 and count(distinct f.carrier) >= 3
                    order by d.name"""),
            of(
                    9,
                    "the longest arrival delay of each airline",
                    """
                    select a.name, f.date, f.number, f.times.arrivalDelay
                    from Flight f join f.airline a
                    where f.times.arrivalDelay =
                        (select max(g.times.arrivalDelay) from Flight g where g.airline = a)
                    order by f.times.arrivalDelay desc, a.name, f.date"""));

    private static Question of(int number, String title, String jpql) {
        return new Question(number, title, jpql, Map.of(), 0, 0);
    }

    private static Question count(String entity) {
        return of(1, "number of rows of " + entity, "select count(e) from " + entity + " e");
    }
}
