package dev.dormouse.store.evaluate.function;

import dev.dormouse.store.evaluate.EvaluationException;
import dev.dormouse.store.evaluate.EvaluationMessages;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.plan.Function;
import dev.dormouse.store.type.BasicType;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalField;
import java.time.temporal.UnsupportedTemporalTypeException;

/** The time of the statement, and the parts of dates and times. */
final class TemporalFunctions {

    private static final double NANOS_A_SECOND = 1e9;

    private TemporalFunctions() {}

    static Functions.Body of(Function function) {
        return switch (function) {
            case CURRENT_DATE -> (a, f) -> LocalDate.ofInstant(f.now(), f.zone());
            case CURRENT_TIME -> (a, f) -> LocalTime.ofInstant(f.now(), f.zone());
            case CURRENT_TIMESTAMP -> (a, f) -> LocalDateTime.ofInstant(f.now(), f.zone());
            case CURRENT_INSTANT -> (a, f) -> f.now();
            case EXTRACT_YEAR -> part(ChronoField.YEAR);
            case EXTRACT_QUARTER -> part(IsoFields.QUARTER_OF_YEAR);
            case EXTRACT_MONTH -> part(ChronoField.MONTH_OF_YEAR);
            case EXTRACT_WEEK -> part(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            case EXTRACT_DAY -> part(ChronoField.DAY_OF_MONTH);
            case EXTRACT_HOUR -> part(ChronoField.HOUR_OF_DAY);
            case EXTRACT_MINUTE -> part(ChronoField.MINUTE_OF_HOUR);
            case EXTRACT_SECOND -> (a, f) -> seconds(a[0], f);
            case EXTRACT_DATE -> (a, f) -> Conversions.convert(a[0], BasicType.DATE, f);
            case EXTRACT_TIME -> (a, f) -> Conversions.convert(a[0], BasicType.TIME, f);
            default -> throw new AssertionError("no function of dates and times: " + function);
        };
    }

    private static Functions.Body part(TemporalField field) {
        return (a, f) -> part(a[0], field, f);
    }

    private static int part(Object value, TemporalField field, Frame frame) {
        TemporalAccessor parts = TemporalConversions.parts(value, frame.zone());
        try {
            return parts.get(field);
        } catch (UnsupportedTemporalTypeException missing) {
            EvaluationException failure =
                    new EvaluationException(EvaluationMessages.OUT_OF_DOMAIN, "extract " + field, value);
            failure.initCause(missing);
            throw failure;
        }
    }

    private static double seconds(Object value, Frame frame) {
        return part(value, ChronoField.SECOND_OF_MINUTE, frame)
                + part(value, ChronoField.NANO_OF_SECOND, frame) / NANOS_A_SECOND;
    }
}
