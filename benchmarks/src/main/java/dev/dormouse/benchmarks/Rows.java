package dev.dormouse.benchmarks;

import java.time.Instant;
import java.time.LocalDate;

/** What the rows of the benchmark hold, by number: the same on every side. */
public final class Rows {

    /** How many employees a department has. */
    public static final int DEPARTMENT = 40;

    /** How many employees there are for one project; each employee is in two. */
    public static final int PROJECT = 100;

    /** How many accounts there are. */
    public static final int ACCOUNTS = 1000;

    /** How many rows each transaction adds that fills a database. */
    public static final int CHUNK = 1000;

    /** How many persons share a name. */
    public static final int NAMESAKES = 10;

    private static final LocalDate FIRST_BIRTH = LocalDate.of(1950, 1, 1);
    private static final LocalDate FIRST_HIRE = LocalDate.of(1990, 1, 1);
    private static final String[] CITIES = {
        "Aachen", "Basel", "Chur", "Dresden", "Erfurt", "Freiburg", "Genève", "Hamburg"
    };

    private Rows() {}

    /** The name that person {@code id} shares with nine others. */
    public static String name(long id) {
        return "name" + id / NAMESAKES;
    }

    /** The e-mail address of person {@code id} alone. */
    public static String email(long id) {
        return "person" + id + "@example.org";
    }

    /** One of eight cities. */
    public static String city(long id) {
        return CITIES[(int) (id % CITIES.length)];
    }

    /** The day of birth of person {@code id}: about one person in a thousand shares it at a million. */
    public static LocalDate birth(long id) {
        return FIRST_BIRTH.plusDays(id * 31 % 20_000);
    }

    /** The instant at which person {@code id} was noted. */
    public static Instant created(long id) {
        return Instant.ofEpochSecond(1_600_000_000L + id, id % 1000 * 1_000_000);
    }

    /** A number from 0 to 999. */
    public static int score(long id) {
        return (int) (id * 7919 % 1000);
    }

    /** The day on which employee {@code id} was hired. */
    public static LocalDate hired(long id) {
        return FIRST_HIRE.plusDays(id * 37 % 10_000);
    }

    /** What employee {@code id} earns. */
    public static int salary(long id) {
        return 30_000 + (int) (id * 104_729 % 50_000);
    }

    /** The department of employee {@code id}. */
    public static long department(long id) {
        return id / DEPARTMENT;
    }

    /** The first project of employee {@code id}, of {@code projects}. */
    public static long firstProject(long id, long projects) {
        return id % projects;
    }

    /** The second project of employee {@code id}, of {@code projects}, which is never the first where there are at least two. */
    public static long secondProject(long id, long projects) {
        return (id + 1 + id / projects % (projects - 1)) % projects;
    }

    /** How many projects there are for {@code count} employees: at least two. */
    public static long projects(int count) {
        return Math.max(2, count / PROJECT);
    }
}
