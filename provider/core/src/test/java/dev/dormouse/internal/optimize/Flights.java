package dev.dormouse.internal.optimize;

import dev.dormouse.internal.optimize.access.Statistics;
import dev.dormouse.store.TableStatistics;
import dev.dormouse.store.plan.Scan;
import dev.dormouse.store.plan.Terms;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.IndexPart;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.Field;
import dev.dormouse.store.type.RecordType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Tables of the size and shape of a year of flights, for plans that are only looked at. */
final class Flights {

    static final TableDefinition FLIGHT = table(
            "Flight",
            List.of(
                    new Field("id", BasicType.LONG, false),
                    new Field("origin", BasicType.STRING, true),
                    new Field("dest", BasicType.STRING, true),
                    new Field("carrier", BasicType.STRING, true),
                    new Field("tail", BasicType.STRING, true),
                    new Field("number", BasicType.INTEGER, true),
                    new Field("time", BasicType.TIMESTAMP, true),
                    new Field("delay", BasicType.DOUBLE, true),
                    new Field("tags", new ArrayType(BasicType.STRING), true)),
            "origin,time,carrier,number",
            "carrier",
            "dest",
            "tail,time");
    static final TableDefinition AIRLINE = table("Airline", named("code", "name"));
    static final TableDefinition AIRPORT = table("Airport", named("code", "name"));
    static final TableDefinition PLANE = table("Plane", named("tail", "maker"), "maker");

    /** A flight that knows the hour of its weather. */
    static final TableDefinition DEPARTURE = table(
            "Departure",
            List.of(
                    new Field("id", BasicType.LONG, false),
                    new Field("origin", BasicType.STRING, true),
                    new Field("hour", BasicType.LONG, true),
                    new Field("delay", BasicType.DOUBLE, true)),
            "origin,hour");

    static final TableDefinition WEATHER = TableDefinition.of(
            "Weather",
            new RecordType(List.of(
                    new Field("origin", BasicType.STRING, false),
                    new Field("hour", BasicType.LONG, false),
                    new Field("rain", BasicType.DOUBLE, true))),
            "origin",
            "hour");

    private static final Map<String, TableStatistics> STATISTICS = Map.of(
            "Departure",
            new TableStatistics(336_776, Map.of("origin,hour", 19_000L)),
            "Weather",
            new TableStatistics(26_115, Map.of()),
            "Flight",
            new TableStatistics(
                    336_776,
                    Map.of(
                            "origin,time,carrier,number", 336_776L,
                            "carrier", 16L,
                            "dest", 105L,
                            "tail,time", 330_000L)),
            "Airline",
            new TableStatistics(16, Map.of()),
            "Airport",
            new TableStatistics(1458, Map.of()),
            "Plane",
            new TableStatistics(3322, Map.of("maker", 35L)));

    private Flights() {}

    /** The counts, and of the weather that it rains in seven of a hundred hours. */
    static final Statistics KNOWN = new Statistics() {
        @Override
        public TableStatistics of(TableDefinition table) {
            return java.util.Objects.requireNonNull(STATISTICS.get(table.name()));
        }

        @Override
        public List<RecordView> sample(TableDefinition table) {
            return table.equals(WEATHER)
                    ? LongStream.range(0, 200)
                            .<RecordView>mapToObj(
                                    hour -> Record.of("JFK", hour, hour % 100 < 7 ? 0.1 * (hour % 100 + 1) : 0.0))
                            .toList()
                    : List.of();
        }
    };

    static Scan flight(int id) {
        return Terms.scan(FLIGHT, id, "f" + id);
    }

    static Scan departure(int id) {
        return Terms.scan(DEPARTURE, id, "d" + id);
    }

    static Scan weather(int id) {
        return Terms.scan(WEATHER, id, "w" + id);
    }

    static Scan airline(int id) {
        return Terms.scan(AIRLINE, id, "a" + id);
    }

    static Scan airport(int id) {
        return Terms.scan(AIRPORT, id, "p" + id);
    }

    static Scan plane(int id) {
        return Terms.scan(PLANE, id, "m" + id);
    }

    private static List<Field> named(String key, String name) {
        return List.of(new Field(key, BasicType.STRING, false), new Field(name, BasicType.STRING, true));
    }

    private static TableDefinition table(String name, List<Field> fields, String... indexes) {
        TableDefinition plain =
                TableDefinition.of(name, new RecordType(fields), fields.get(0).name());
        return plain.withIndexes(Arrays.stream(indexes)
                .map(columns -> new IndexDefinition(
                        1,
                        columns,
                        Arrays.stream(columns.split(",", -1))
                                .map(column -> new IndexPart(plain.path(column), false))
                                .toList(),
                        false))
                .toList());
    }
}
