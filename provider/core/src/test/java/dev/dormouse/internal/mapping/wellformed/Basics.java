package dev.dormouse.internal.mapping.wellformed;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import jakarta.persistence.Transient;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.util.Calendar;
import java.util.Date;
import java.util.Locale;
import java.util.UUID;

/** Basic attributes of every kind, with and without annotations. */
public final class Basics {

    private Basics() {}

    /** Field access. */
    @Entity
    @SuppressWarnings("deprecation")
    @Table(
            name = "EVERYTHING",
            schema = "APP",
            indexes = {
                @Index(columnList = "string, bigDecimal DESC"),
                @Index(name = "I2", columnList = "`Order` asc", unique = true)
            },
            uniqueConstraints = @UniqueConstraint(columnNames = {"uuid", "year"}))
    public static class Everything {
        static String constant = "x";

        @Id
        UUID uuid;

        transient int computed;

        @Transient
        int alsoComputed;

        boolean primitive;
        Boolean wrapper;
        char letter;
        String string;

        @Column(precision = 12, scale = 2, nullable = false, updatable = false)
        BigDecimal bigDecimal;

        BigInteger bigInteger;
        LocalDate localDate;
        OffsetDateTime offsetDateTime;
        Instant instant;
        Year year;
        Date utilDate;

        @Temporal(TemporalType.DATE)
        Calendar calendar;

        java.sql.Timestamp timestamp;
        byte[] bytes;
        Byte[] boxedBytes;

        @Lob
        @Basic(fetch = FetchType.LAZY, optional = false)
        char[] text;

        Color color;

        @Enumerated(EnumType.STRING)
        Color colorByName;

        Grade grade;
        Locale locale;

        @Column(name = "`Order`", length = 10, unique = true)
        String order;

        @Version
        long version;
    }

    /** An enum that is kept by position or name. */
    public enum Color {
        RED,
        GREEN
    }

    /** An enum that is kept by a value of its own. */
    public enum Grade {
        GOOD("g");

        @EnumeratedValue
        final String code;

        Grade(String code) {
            this.code = code;
        }
    }

    /** Property access. */
    @Entity(name = "Prop")
    public static class Properties {
        private long key;
        private String text = "";
        private boolean open;

        @Access(AccessType.FIELD)
        private int direct;

        @Id
        public long getKey() {
            return key;
        }

        public void setKey(long key) {
            this.key = key;
        }

        public String getText() {
            return text;
        }

        public void setText(String text) {
            this.text = text;
        }

        public boolean isOpen() {
            return open;
        }

        public void setOpen(boolean open) {
            this.open = open;
        }

        public int getLength() {
            return text.length() + direct;
        }

        @Transient
        public int getDouble() {
            return 2;
        }

        public void setDouble(int ignored) {}
    }
}
