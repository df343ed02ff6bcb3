package dev.dormouse.internal.layout.value;

import dev.dormouse.internal.mapping.model.TemporalPart;
import dev.dormouse.store.type.BasicType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;

/**
 * Of the old classes for dates. A date with time is a point in time and kept as such, in milliseconds ({@code Timestamp}: in
 * nanoseconds), so that no hour is lost when clocks go back; a date or a time alone is what the calendar of the default time zone (of the
 * {@code Calendar}) says.
 */
@SuppressWarnings("JavaUtilDate") // what entities have
final class DateConversions {

    private DateConversions() {}

    static ValueConversion ofUtilDate(TemporalPart part) {
        return switch (part) {
            case DATE -> new UtilDay();
            case TIME -> new UtilTime();
            case TIMESTAMP -> new UtilInstant();
        };
    }

    static ValueConversion ofCalendar(TemporalPart part) {
        return switch (part) {
            case DATE -> new CalendarDay();
            case TIME -> new CalendarTime();
            case TIMESTAMP -> new CalendarInstant();
        };
    }

    private static ZonedDateTime local(Date date) {
        return Instant.ofEpochMilli(date.getTime()).atZone(ZoneId.systemDefault());
    }

    private static ZonedDateTime local(Calendar calendar) {
        return calendar.toInstant().atZone(calendar.getTimeZone().toZoneId());
    }

    private static long millis(LocalDate day) {
        return day.atStartOfDay(ZoneId.systemDefault()).toInstant().toEpochMilli();
    }

    private static long millis(LocalTime time) {
        return time.atDate(LocalDate.EPOCH)
                .atZone(ZoneId.systemDefault())
                .toInstant()
                .toEpochMilli();
    }

    private static Calendar calendar(long millis) {
        Calendar calendar = new GregorianCalendar();
        calendar.setTimeInMillis(millis);
        return calendar;
    }

    private static final class UtilDay extends CheckedConversion<Date, LocalDate> {
        UtilDay() {
            super(Date.class, BasicType.DATE);
        }

        @Override
        LocalDate store(Date value) {
            return local(value).toLocalDate();
        }

        @Override
        Date java(LocalDate stored) {
            return new Date(millis(stored));
        }
    }

    private static final class UtilTime extends CheckedConversion<Date, LocalTime> {
        UtilTime() {
            super(Date.class, BasicType.TIME);
        }

        @Override
        LocalTime store(Date value) {
            return local(value).toLocalTime();
        }

        @Override
        Date java(LocalTime stored) {
            return new Date(millis(stored));
        }
    }

    private static final class UtilInstant extends CheckedConversion<Date, Instant> {
        UtilInstant() {
            super(Date.class, BasicType.INSTANT);
        }

        @Override
        Instant store(Date value) {
            return Instant.ofEpochMilli(value.getTime());
        }

        @Override
        Date java(Instant stored) {
            return new Date(stored.toEpochMilli());
        }
    }

    private static final class CalendarDay extends CheckedConversion<Calendar, LocalDate> {
        CalendarDay() {
            super(Calendar.class, BasicType.DATE);
        }

        @Override
        LocalDate store(Calendar value) {
            return local(value).toLocalDate();
        }

        @Override
        Calendar java(LocalDate stored) {
            return calendar(millis(stored));
        }
    }

    private static final class CalendarTime extends CheckedConversion<Calendar, LocalTime> {
        CalendarTime() {
            super(Calendar.class, BasicType.TIME);
        }

        @Override
        LocalTime store(Calendar value) {
            return local(value).toLocalTime();
        }

        @Override
        Calendar java(LocalTime stored) {
            return calendar(millis(stored));
        }
    }

    private static final class CalendarInstant extends CheckedConversion<Calendar, Instant> {
        CalendarInstant() {
            super(Calendar.class, BasicType.INSTANT);
        }

        @Override
        Instant store(Calendar value) {
            return value.toInstant();
        }

        @Override
        Calendar java(Instant stored) {
            return calendar(stored.toEpochMilli());
        }
    }

    /** Of {@code java.sql.Date}. */
    static final class SqlDay extends CheckedConversion<java.sql.Date, LocalDate> {
        SqlDay() {
            super(java.sql.Date.class, BasicType.DATE);
        }

        @Override
        LocalDate store(java.sql.Date value) {
            return value.toLocalDate();
        }

        @Override
        java.sql.Date java(LocalDate stored) {
            return java.sql.Date.valueOf(stored);
        }
    }

    /** Of {@code java.sql.Time}, to the millisecond. */
    static final class SqlTime extends CheckedConversion<java.sql.Time, LocalTime> {
        SqlTime() {
            super(java.sql.Time.class, BasicType.TIME);
        }

        @Override
        LocalTime store(java.sql.Time value) {
            return local(value).toLocalTime();
        }

        @Override
        java.sql.Time java(LocalTime stored) {
            return new java.sql.Time(millis(stored));
        }
    }

    /** Of {@code java.sql.Timestamp}. */
    static final class SqlInstant extends CheckedConversion<java.sql.Timestamp, Instant> {
        SqlInstant() {
            super(java.sql.Timestamp.class, BasicType.INSTANT);
        }

        @Override
        Instant store(java.sql.Timestamp value) {
            return value.toInstant();
        }

        @Override
        java.sql.Timestamp java(Instant stored) {
            return java.sql.Timestamp.from(stored);
        }
    }
}
