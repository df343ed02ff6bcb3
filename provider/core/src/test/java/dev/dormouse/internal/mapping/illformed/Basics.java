package dev.dormouse.internal.mapping.illformed;

import dev.dormouse.internal.mapping.illformed.Targets.Blob;
import dev.dormouse.internal.mapping.illformed.Targets.Named;
import dev.dormouse.internal.mapping.illformed.Targets.Target;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import java.time.DayOfWeek;
import java.util.Date;

/** Each breaks one rule for basic attributes and converters; everything else about it is well formed. */
public final class Basics {

    private Basics() {}

    @Entity
    public static class Unmappable {
        @Id
        long id;

        Thread thread;
    }

    @Entity
    public static class NotAnnotated {
        @Id
        long id;

        Target target;
    }

    @Entity
    public static class WrongEnumerated {
        @Id
        long id;

        @Enumerated
        String text;
    }

    /** An enum whose stored value is of a type that cannot be one. */
    public enum Level {
        LOW(0.5);

        @EnumeratedValue
        final double value;

        Level(double value) {
            this.value = value;
        }
    }

    @Entity
    public static class WrongEnumeratedValue {
        @Id
        long id;

        Level level;
    }

    @Entity
    @SuppressWarnings("deprecation")
    public static class WrongTemporal {
        @Id
        long id;

        @Temporal(TemporalType.DATE)
        java.time.LocalDate date;

        Date fine;
    }

    @Entity
    public static class NotEmbeddable {
        @Id
        long id;

        @Embedded
        Blob blob;
    }

    @Converter
    @SuppressWarnings("rawtypes")
    public static class RawConverter implements AttributeConverter {
        @Override
        public Object convertToDatabaseColumn(Object attribute) {
            return attribute;
        }

        @Override
        public Object convertToEntityAttribute(Object column) {
            return column;
        }
    }

    /** A converter of strings. */
    public abstract static class StringConverter implements AttributeConverter<String, Integer> {
        @Override
        public Integer convertToDatabaseColumn(String attribute) {
            return attribute.length();
        }

        @Override
        public String convertToEntityAttribute(Integer column) {
            return "x".repeat(column);
        }
    }

    @Converter
    public abstract static class AbstractConverter extends StringConverter {}

    @Converter(autoApply = true)
    public static class FirstAutoConverter extends StringConverter {}

    @Converter(autoApply = true)
    public static class SecondAutoConverter extends StringConverter {}

    @Entity
    public static class BadConvert {
        @Id
        long id;

        @Convert
        String text;
    }

    @Entity
    public static class ConvertedEnum {
        @Id
        long id;

        @Enumerated
        @Convert(converter = DayConverter.class)
        DayOfWeek day;
    }

    public static class DayConverter implements AttributeConverter<DayOfWeek, String> {
        @Override
        public String convertToDatabaseColumn(DayOfWeek day) {
            return day.name();
        }

        @Override
        public DayOfWeek convertToEntityAttribute(String text) {
            return DayOfWeek.valueOf(text);
        }
    }

    @Entity
    public static class ColumnOfAssociation {
        @Id
        long id;

        @Embedded
        @AttributeOverride(name = "target", column = @Column(name = "T"))
        Link link;
    }

    @Embeddable
    public static class Link {
        @ManyToOne
        Targets.Target target;
    }

    @Entity
    public static class MisfitConverter {
        @Id
        long id;

        @Convert(converter = FirstAutoConverter.class)
        Integer number;
    }

    @Entity
    @Convert(attributeName = "name", converter = AttributeConverter.class)
    public static class BadClassConvert extends Named {
        @Id
        long id;
    }
}
