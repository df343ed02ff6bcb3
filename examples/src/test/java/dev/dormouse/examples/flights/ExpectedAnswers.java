package dev.dormouse.examples.flights;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The questions in plain SQL over the files, by their place in {@link Question#ALL}. */
final class ExpectedAnswers {

    private static final String CELL = "\t";
    private static final String END = "end of answer";

    private static final List<String> FILES =
            List.of("airlines.csv", "airports.csv", "planes.csv", "weather.csv.gz", "flights.csv.gz");

    private static final String FLIGHTS_OF_AIRPORTS = "from flights f join airports d on d.faa = f.dest ";

    private static final List<String> SQL = List.of(
            "select count(*) from airlines",
            "select count(*) from airports",
            "select count(*) from planes",
            "select count(*) from weather",
            "select count(*) from flights",
            "select a.name, cast(avg(cast(f.arr_delay as double)) as double) as delay, count(*) from flights f"
                    + " join airlines a on a.carrier = f.carrier group by a.name order by delay desc",
            "select cast(cast(y || '-' || lpad(m, 2, '0') || '-' || lpad(d, 2, '0') as date) as varchar), sched_dep_time,"
                    + " carrier || ' ' || flight, coalesce((select name from airports where faa = dest), '-')"
                    + " from flights where tailnum = 'N14228'"
                    + " order by cast(m as int), cast(d as int), cast(sched_dep_time as int)",
            "select dest, count(*) from flights where dest not in (select faa from airports) group by dest order by dest",
            precipitation(">"),
            precipitation("="),
            "select p.manufacturer, count(*) as n from flights f join planes p on p.tailnum = f.tailnum"
                    + " group by p.manufacturer having count(*) > 1000 order by n desc",
            "select sched_dep_time, carrier, flight, dest from flights where origin = 'JFK' and m = '7' and d = '4'"
                    + " order by cast(sched_dep_time as int), carrier, cast(flight as int) limit 20 offset 40",
            "select d.name, count(distinct f.origin), count(distinct f.carrier) " + FLIGHTS_OF_AIRPORTS
                    + "group by d.faa, d.name"
                    + " having count(distinct f.origin) = 3 and count(distinct f.carrier) >= 3 order by d.name",
            "select a.name, cast(cast(f.y || '-' || lpad(f.m, 2, '0') || '-' || lpad(f.d, 2, '0') as date) as varchar),"
                    + " f.flight, f.arr_delay from flights f join airlines a on a.carrier = f.carrier"
                    + " join worst w on w.carrier = f.carrier and w.delay = cast(f.arr_delay as int)"
                    + " order by cast(f.arr_delay as int) desc, a.name, 2");

    private static List<List<List<String>>> answers = List.of();

    private ExpectedAnswers() {}

    private static String precipitation(String comparison) {
        return "select cast(avg(cast(f.dep_delay as double)) as double), count(*) from flights f join weather w"
                + " on w.origin = f.origin and w.time_hour = f.time_hour where cast(w.precip as double) " + comparison
                + " 0";
    }

    /** Returns the answers; they are found once for all stores, and kept for the next JVMs of the build. */
    static synchronized List<List<List<String>>> from(Path folder) throws IOException, SQLException {
        if (answers.isEmpty()) {
            Path kept = Path.of("target", "plain-sql-" + Integer.toHexString(version(folder)) + ".tsv");
            if (!Files.exists(kept)) {
                keep(found(folder), kept);
            }
            answers = read(kept);
        }
        return answers;
    }

    private static List<List<List<String>>> found(Path folder) throws IOException, SQLException {
        Path scratch = Files.createTempDirectory("flights");
        try {
            return ask(folder, scratch);
        } finally {
            remove(scratch);
        }
    }

    /** Other questions or other files have other answers. */
    private static int version(Path folder) throws IOException {
        List<Object> parts = new ArrayList<>(SQL);
        for (String name : FILES) {
            parts.add(Files.size(folder.resolve(name)));
        }
        return parts.hashCode();
    }

    /** Writes a line for each row, and one of its own behind the last row of each answer. */
    private static void keep(List<List<List<String>>> all, Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        for (List<List<String>> rows : all) {
            rows.forEach(row -> lines.add(String.join(CELL, row)));
            lines.add(END);
        }
        Path whole = Files.write(Files.createTempFile(file.toAbsolutePath().getParent(), "plain-sql", null), lines);
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<List<List<String>>> read(Path file) throws IOException {
        List<List<List<String>>> all = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (line.equals(END)) {
                all.add(rows);
                rows = new ArrayList<>();
            } else {
                rows.add(List.of(line.split(CELL, -1)));
            }
        }
        return all;
    }

    private static void remove(Path scratch) throws IOException {
        try (Stream<Path> files = Files.list(scratch)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(scratch);
    }

    private static List<List<List<String>>> ask(Path folder, Path scratch) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:expected");
                Statement statement = connection.createStatement()) {
            for (String name : FILES) {
                load(statement, plain(folder.resolve(name), scratch));
            }
            List<List<List<String>>> all = new ArrayList<>();
            for (String sql : SQL) {
                all.add(rows(statement, sql));
            }
            return all;
        }
    }

    private static Path plain(Path file, Path scratch) {
        if (!file.toString().endsWith(".gz")) {
            return file;
        }
        Path plain = scratch.resolve(file.getFileName().toString().replace(".gz", ""));
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            Files.copy(in, plain, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return plain;
    }

    private static void load(Statement statement, Path file) throws SQLException {
        String table = file.getFileName().toString().replace(".csv", "");
        statement.execute("create table " + table + " as select * from csvread('" + file + "', null, 'null=NA')");
        switch (table) {
            case "airlines" -> statement.execute("create index by_carrier on airlines(carrier)");
            case "airports" -> statement.execute("create index by_faa on airports(faa)");
            case "planes" -> statement.execute("create index by_tail on planes(tailnum)");
            default -> {}
        }
        if (table.equals("flights")) {
            statement.execute("alter table flights alter column \"YEAR\" rename to y");
            statement.execute("alter table flights alter column \"MONTH\" rename to m");
            statement.execute("alter table flights alter column \"DAY\" rename to d");
            statement.execute("create table worst as"
                    + " select carrier, max(cast(arr_delay as int)) as delay from flights group by carrier");
        }
        if (table.equals("weather")) {
            statement.execute("create index by_hour on weather(origin, time_hour)");
        }
    }

    private static List<List<String>> rows(Statement statement, String sql) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(Answer.text(result.getObject(i)));
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
