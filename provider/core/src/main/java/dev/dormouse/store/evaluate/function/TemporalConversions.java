package dev.dormouse.store.evaluate.function;

import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.type.BasicType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;

/** CAST to and among dates and times. What has no zone is in that of the JVM; a date alone is its midnight. */
final class TemporalConversions {

    private TemporalConversions() {}

    static Object convert(Object value, BasicType type, Frame frame) {
        ZoneId zone = frame.zone();
        if (value instanceof String text) {
            return parse(text.strip(), type);
        }
        if (value instanceof LocalTime time) {
            return ofTime(time.atOffset(zone.getRules().getOffset(frame.now())), type);
        }
        if (value instanceof OffsetTime time) {
            return ofTime(time, type);
        }
        OffsetDateTime moment = moment(value, zone);
        return switch (type) {
            case DATE -> moment.toLocalDate();
            case TIME -> moment.toLocalTime();
            case TIMESTAMP -> moment.toLocalDateTime();
            case INSTANT -> moment.toInstant();
            case OFFSET_TIME -> moment.toOffsetTime();
            case OFFSET_TIMESTAMP -> moment;
            default -> throw new AssertionError("not temporal: " + type);
        };
    }

    private static Object ofTime(OffsetTime time, BasicType type) {
        return switch (type) {
            case TIME -> time.toLocalTime();
            case OFFSET_TIME -> time;
            default -> throw new IllegalArgumentException("a time has no date");
        };
    }

    private static OffsetDateTime moment(Object value, ZoneId zone) {
        if (value instanceof OffsetDateTime moment) {
            return moment;
        }
        if (value instanceof Instant instant) {
            return instant.atZone(zone).toOffsetDateTime();
        }
        LocalDateTime local = value instanceof LocalDate date ? date.atStartOfDay() : (LocalDateTime) value;
        return local.atZone(zone).toOffsetDateTime();
    }

    private static Object parse(String text, BasicType type) {
        String iso =
                text.length() > 10 && text.charAt(10) == ' ' ? text.substring(0, 10) + 'T' + text.substring(11) : text;
        return switch (type) {
            case DATE -> LocalDate.parse(iso);
            case TIME -> LocalTime.parse(iso);
            case TIMESTAMP -> iso.length() == 10 ? LocalDate.parse(iso).atStartOfDay() : LocalDateTime.parse(iso);
            case INSTANT -> Instant.parse(iso);
            case OFFSET_TIME -> OffsetTime.parse(iso);
            case OFFSET_TIMESTAMP -> OffsetDateTime.parse(iso);
            default -> throw new AssertionError("not temporal: " + type);
        };
    }

    /** Returns a date or time such that all its parts can be asked for. */
    static TemporalAccessor parts(Object value, ZoneId zone) {
        return value instanceof Instant instant ? instant.atZone(zone) : (TemporalAccessor) value;
    }
}
