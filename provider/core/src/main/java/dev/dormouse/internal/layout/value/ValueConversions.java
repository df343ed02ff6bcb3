package dev.dormouse.internal.layout.value;

import dev.dormouse.internal.mapping.model.BasicKind;
import dev.dormouse.internal.mapping.model.BasicValue;
import dev.dormouse.internal.mapping.model.ConverterModel;
import dev.dormouse.internal.mapping.model.EnumMapping;
import dev.dormouse.internal.mapping.model.TemporalPart;
import dev.dormouse.internal.mapping.model.TypeName;
import dev.dormouse.store.type.BasicType;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds the conversion of a basic value. Thread-safe. */
public final class ValueConversions {

    private static final Map<BasicKind, ValueConversion> BY_KIND = byKind();

    private final ClassesByName classes;
    private final ConverterSource converters;
    private final Map<BasicValue, ValueConversion> found = new ConcurrentHashMap<>();

    /** Makes the conversions of a unit. */
    public ValueConversions(ClassLoader loader, ConverterSource converters) {
        this.classes = new ClassesByName(loader);
        this.converters = converters;
    }

    /** Returns the conversion of a kind that has only one: all but enums, dates with a temporal part, serialized and converted values. */
    public static ValueConversion of(BasicKind kind) {
        return Objects.requireNonNull(BY_KIND.get(kind), () -> "a kind with many conversions: " + kind);
    }

    /**
     * Returns the conversion of a value.
     *
     * @throws jakarta.persistence.PersistenceException if a class is missing, or a converter cannot be made
     */
    public ValueConversion of(BasicValue value) {
        ValueConversion known = found.get(value);
        if (known == null) {
            known = make(value);
            found.put(value, known);
        }
        return known;
    }

    private ValueConversion make(BasicValue value) {
        ConverterModel converter = value.converter();
        if (converter != null) {
            return new ConvertedConversion(
                    classes.of(value.type().boxed()),
                    converters.converter(converter),
                    of(converter.databaseKind(), converter.databaseType(), null, null));
        }
        return of(value.kind(), value.type(), value.enumeration(), value.temporal());
    }

    private ValueConversion of(
            BasicKind kind, TypeName type, @Nullable EnumMapping enumeration, @Nullable TemporalPart temporal) {
        TemporalPart part = temporal == null ? TemporalPart.TIMESTAMP : temporal;
        EnumMapping form = enumeration == null ? EnumMapping.ORDINAL : enumeration;
        return switch (kind) {
            case UTIL_DATE -> DateConversions.ofUtilDate(part);
            case CALENDAR -> DateConversions.ofCalendar(part);
            case ENUM -> EnumConversion.of(classes.of(type), form, of(form.storedKind()));
            case SERIALIZABLE -> new SerializedConversion(classes.of(type), classes.loader());
            case OBJECT_ID -> ObjectIdConversions.of(classes.of(type));
            case CONVERTED -> throw new AssertionError("a converted value without converter: " + type);
            default -> of(kind);
        };
    }

    private static Map<BasicKind, ValueConversion> byKind() {
        Map<BasicKind, ValueConversion> kinds = new EnumMap<>(BasicKind.class);
        kinds.put(BasicKind.BOOLEAN, new IdentityConversion(BasicType.BOOLEAN));
        kinds.put(BasicKind.BYTE, new SmallConversions.Bytes());
        kinds.put(BasicKind.SHORT, new SmallConversions.Shorts());
        kinds.put(BasicKind.INTEGER, new IdentityConversion(BasicType.INTEGER));
        kinds.put(BasicKind.LONG, new IdentityConversion(BasicType.LONG));
        kinds.put(BasicKind.FLOAT, new IdentityConversion(BasicType.FLOAT));
        kinds.put(BasicKind.DOUBLE, new IdentityConversion(BasicType.DOUBLE));
        kinds.put(BasicKind.CHARACTER, new SmallConversions.Characters());
        kinds.put(BasicKind.STRING, new IdentityConversion(BasicType.STRING));
        kinds.put(BasicKind.BIG_INTEGER, new IdentityConversion(BasicType.BIG_INTEGER));
        kinds.put(BasicKind.BIG_DECIMAL, new IdentityConversion(BasicType.DECIMAL));
        kinds.put(BasicKind.UUID, new IdentityConversion(BasicType.UUID));
        kinds.put(BasicKind.LOCAL_DATE, new IdentityConversion(BasicType.DATE));
        kinds.put(BasicKind.LOCAL_TIME, new IdentityConversion(BasicType.TIME));
        kinds.put(BasicKind.LOCAL_DATE_TIME, new IdentityConversion(BasicType.TIMESTAMP));
        kinds.put(BasicKind.OFFSET_TIME, new IdentityConversion(BasicType.OFFSET_TIME));
        kinds.put(BasicKind.OFFSET_DATE_TIME, new IdentityConversion(BasicType.OFFSET_TIMESTAMP));
        kinds.put(BasicKind.INSTANT, new IdentityConversion(BasicType.INSTANT));
        kinds.put(BasicKind.YEAR, new SmallConversions.Years());
        kinds.put(BasicKind.SQL_DATE, new DateConversions.SqlDay());
        kinds.put(BasicKind.SQL_TIME, new DateConversions.SqlTime());
        kinds.put(BasicKind.SQL_TIMESTAMP, new DateConversions.SqlInstant());
        kinds.put(BasicKind.BYTE_ARRAY, new ArrayConversions.Bytes());
        kinds.put(BasicKind.BOXED_BYTE_ARRAY, new ArrayConversions.BoxedBytes());
        kinds.put(BasicKind.CHAR_ARRAY, new ArrayConversions.Characters());
        kinds.put(BasicKind.BOXED_CHAR_ARRAY, new ArrayConversions.BoxedCharacters());
        return kinds;
    }
}
