package dev.dormouse.internal.mapping.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The basic types of the specification (section 2.6). A primitive and its wrapper are one kind; {@link TypeName} tells them apart.
 */
public enum BasicKind {
    BOOLEAN("boolean", "java.lang.Boolean"),
    BYTE("byte", "java.lang.Byte"),
    SHORT("short", "java.lang.Short"),
    INTEGER("int", "java.lang.Integer"),
    LONG("long", "java.lang.Long"),
    FLOAT("float", "java.lang.Float"),
    DOUBLE("double", "java.lang.Double"),
    CHARACTER("char", "java.lang.Character"),
    STRING("java.lang.String"),
    BIG_INTEGER("java.math.BigInteger"),
    BIG_DECIMAL("java.math.BigDecimal"),
    UUID("java.util.UUID"),
    LOCAL_DATE("java.time.LocalDate"),
    LOCAL_TIME("java.time.LocalTime"),
    LOCAL_DATE_TIME("java.time.LocalDateTime"),
    OFFSET_TIME("java.time.OffsetTime"),
    OFFSET_DATE_TIME("java.time.OffsetDateTime"),
    INSTANT("java.time.Instant"),
    YEAR("java.time.Year"),
    /** {@code java.util.Date}; the temporal type says which part of it is kept. */
    UTIL_DATE("java.util.Date"),
    /** {@code java.util.Calendar}; the temporal type says which part of it is kept. */
    CALENDAR("java.util.Calendar", "java.util.GregorianCalendar"),
    SQL_DATE("java.sql.Date"),
    SQL_TIME("java.sql.Time"),
    SQL_TIMESTAMP("java.sql.Timestamp"),
    BYTE_ARRAY("[B"),
    BOXED_BYTE_ARRAY("[Ljava.lang.Byte;"),
    CHAR_ARRAY("[C"),
    BOXED_CHAR_ARRAY("[Ljava.lang.Character;"),
    /** The driver's class, known by its name only, or a string that is kept like one ({@link dev.dormouse.annotation.StoredAs}). */
    OBJECT_ID("org.bson.types.ObjectId"),
    /** Any enum; {@link EnumMapping} says how it is kept. */
    ENUM,
    /** Any other serializable type. */
    SERIALIZABLE,
    /** A type that only its converter understands. */
    CONVERTED;

    private static final Map<String, BasicKind> BY_TYPE = byType();

    private final @Nullable String typeName;
    private final @Nullable String otherTypeName;

    BasicKind() {
        this(null, null);
    }

    BasicKind(String typeName) {
        this(typeName, null);
    }

    BasicKind(@Nullable String typeName, @Nullable String otherTypeName) {
        this.typeName = typeName;
        this.otherTypeName = otherTypeName;
    }

    /** Returns the kind of a type that the specification names; an enum or another serializable type has to be recognized by its class. */
    public static Optional<BasicKind> ofName(String typeName) {
        return Optional.ofNullable(BY_TYPE.get(typeName));
    }

    private static Map<String, BasicKind> byType() {
        Map<String, BasicKind> kinds = new HashMap<>();
        for (BasicKind kind : values()) {
            if (kind.typeName != null) {
                kinds.put(kind.typeName, kind);
            }
            if (kind.otherTypeName != null) {
                kinds.put(kind.otherTypeName, kind);
            }
        }
        return Map.copyOf(kinds);
    }
}
