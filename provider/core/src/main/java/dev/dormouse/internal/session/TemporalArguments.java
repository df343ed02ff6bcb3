package dev.dormouse.internal.session;

import jakarta.persistence.TemporalType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;

/** The part of a {@code Date} or {@code Calendar} that a temporal type names, in the class that a parameter takes. */
@SuppressWarnings({"deprecation", "JavaUtilDate"}) // what the specification takes
final class TemporalArguments {

    private TemporalArguments() {}

    static Object convert(Calendar value, TemporalType part, Class<?> wanted) {
        return convert(value.toInstant(), value.getTimeZone().toZoneId(), part, wanted);
    }

    static Object convert(Date value, TemporalType part, Class<?> wanted) {
        return convert(Instant.ofEpochMilli(value.getTime()), ZoneId.systemDefault(), part, wanted);
    }

    private static Object convert(Instant instant, ZoneId zone, TemporalType part, Class<?> wanted) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
        LocalDateTime cut =
                switch (part) {
                    case DATE -> local.toLocalDate().atStartOfDay();
                    case TIME -> LocalDate.EPOCH.atTime(local.toLocalTime());
                    case TIMESTAMP -> local;
                };
        if (wanted == Calendar.class || wanted == GregorianCalendar.class) {
            return GregorianCalendar.from(cut.atZone(zone));
        }
        if (wanted == Date.class) {
            return Date.from(cut.atZone(zone).toInstant());
        }
        if (wanted == Instant.class) {
            return cut.atZone(zone).toInstant();
        }
        return switch (part) {
            case DATE -> date(cut.toLocalDate(), wanted);
            case TIME -> time(cut.toLocalTime(), wanted);
            case TIMESTAMP -> wanted == java.sql.Timestamp.class ? java.sql.Timestamp.valueOf(cut) : cut;
        };
    }

    private static Object date(LocalDate date, Class<?> wanted) {
        return wanted == java.sql.Date.class ? java.sql.Date.valueOf(date) : date;
    }

    private static Object time(LocalTime time, Class<?> wanted) {
        return wanted == java.sql.Time.class ? java.sql.Time.valueOf(time) : time;
    }
}
