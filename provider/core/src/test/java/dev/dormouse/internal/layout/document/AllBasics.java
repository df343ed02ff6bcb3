package dev.dormouse.internal.layout.document;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Date;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** An attribute of every basic type. */
@Entity
@NullUnmarked
@SuppressWarnings({"deprecation", "JavaUtilDate", "NullAway", "UnusedVariable"})
class AllBasics {
    @Id
    private long id;

    private boolean primitiveBoolean;
    private byte primitiveByte;
    private short primitiveShort;
    private char primitiveChar;
    private int primitiveInt;
    private long primitiveLong;
    private float primitiveFloat;
    private double primitiveDouble;
    private Boolean boxedBoolean;
    private Byte boxedByte;
    private Short boxedShort;
    private Character boxedChar;
    private Integer boxedInt;
    private Long boxedLong;
    private Float boxedFloat;
    private Double boxedDouble;
    private String string;
    private BigInteger bigInteger;
    private BigDecimal bigDecimal;
    private UUID uuid;
    private LocalDate localDate;
    private LocalTime localTime;
    private LocalDateTime localDateTime;
    private OffsetTime offsetTime;
    private OffsetDateTime offsetDateTime;
    private Instant instant;
    private Year year;

    @Temporal(TemporalType.DATE)
    private Date utilDay;

    @Temporal(TemporalType.TIME)
    private Date utilTime;

    @Temporal(TemporalType.TIMESTAMP)
    private Date utilInstant;

    @Temporal(TemporalType.DATE)
    private Calendar calendarDay;

    @Temporal(TemporalType.TIMESTAMP)
    private Calendar calendarInstant;

    private java.sql.Date sqlDate;
    private java.sql.Time sqlTime;
    private java.sql.Timestamp sqlTimestamp;
    private byte[] bytes;
    private Byte[] boxedBytes;
    private char[] chars;
    private Character[] boxedChars;
    private Color ordinal;

    @Enumerated(EnumType.STRING)
    private Color named;

    private Grade valued;
    private ArrayList<String> serializable;

    @Convert(converter = Celsius.class)
    private int converted;

    @Version
    private int version;

    enum Color {
        RED,
        GREEN
    }

    enum Grade {
        GOOD((short) 7),
        BAD((short) 9);

        @EnumeratedValue
        private final short code;

        Grade(short code) {
            this.code = code;
        }
    }

    /** Keeps ten times the number as text. */
    @Converter
    static class Celsius implements AttributeConverter<Integer, String> {
        @Override
        public String convertToDatabaseColumn(Integer attribute) {
            return attribute == null ? null : attribute + "0";
        }

        @Override
        public Integer convertToEntityAttribute(String column) {
            return column == null ? null : Integer.parseInt(column) / 10;
        }
    }
}
