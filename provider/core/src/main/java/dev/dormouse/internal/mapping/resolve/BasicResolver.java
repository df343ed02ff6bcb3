package dev.dormouse.internal.mapping.resolve;

import dev.dormouse.annotation.StoredAs;
import dev.dormouse.internal.mapping.model.BasicAttribute;
import dev.dormouse.internal.mapping.model.BasicKind;
import dev.dormouse.internal.mapping.model.BasicValue;
import dev.dormouse.internal.mapping.model.ColumnModel;
import dev.dormouse.internal.mapping.model.ConverterModel;
import dev.dormouse.internal.mapping.model.DatabaseName;
import dev.dormouse.internal.mapping.model.EnumMapping;
import dev.dormouse.internal.mapping.model.MemberModel;
import dev.dormouse.internal.mapping.model.TemporalPart;
import dev.dormouse.internal.mapping.model.TypeName;
import dev.dormouse.internal.mapping.raw.RawAnnotation;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import dev.dormouse.internal.mapping.raw.RawMember;
import dev.dormouse.internal.mapping.raw.RawUnit;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Version;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Resolves basic attributes and values: type, converter, enum form, temporal part (sections 2.6, 3.9 and 11.1.6). */
final class BasicResolver {

    private final RawUnit raw;
    private final GeneratorResolver generators;

    BasicResolver(RawUnit raw, GeneratorResolver generators) {
        this.raw = raw;
        this.generators = generators;
    }

    /** Resolves an attribute. Its column is not null where the type or {@code optional} says so; null may still stand for an absent embeddable. */
    BasicAttribute attribute(RawAttribute attribute, Place place) {
        Overrides overrides = place.overridesOf(attribute);
        ColumnModel column = Columns.column(
                overrides.column().or(() -> attribute.find(Column.class)), DatabaseName.of(attribute.name()));
        boolean optional =
                attribute.find(Basic.class).map(basic -> basic.flag("optional")).orElse(true);
        boolean nullable = optional && !attribute.type().isPrimitive() && !attribute.has(Id.class);
        boolean mustHaveValue = place.path().isEmpty() && !nullable;
        return new BasicAttribute(
                attribute.model(),
                value(attribute, overrides),
                mustHaveValue ? column.withNullable(false) : column,
                attribute
                        .find(GeneratedValue.class)
                        .map(written -> generators.generation(written, attribute))
                        .orElse(null),
                attribute
                        .find(Basic.class)
                        .filter(basic -> basic.constant("fetch", FetchType.class) == FetchType.LAZY)
                        .isPresent(),
                nullable);
    }

    private BasicValue value(RawAttribute attribute, Overrides overrides) {
        boolean takesAutoApplied = !attribute.has(Id.class) && !attribute.has(Version.class);
        return value(new Typed(attribute.type(), attribute, ""), overrides.conversion(), takesAutoApplied);
    }

    /** Resolves the elements of a collection of basic values. */
    BasicValue element(RawAttribute attribute, TypeName type, Optional<RawAnnotation> conversion) {
        return value(new Typed(type, attribute, ""), conversion, true);
    }

    /** Resolves basic keys of a map. */
    BasicValue key(RawAttribute attribute, TypeName type, Optional<RawAnnotation> conversion) {
        return value(new Typed(type, attribute, "MapKey"), conversion, true);
    }

    /**
     * A type with the annotations that say how its values are kept.
     *
     * @param type the type
     * @param attribute where the annotations stand
     * @param prefix of the annotations' names: {@code MapKey} for the keys of a map
     */
    private record Typed(TypeName type, RawAttribute attribute, String prefix) {

        Optional<RawAnnotation> written(String annotation) {
            String name = "@" + prefix + annotation;
            return attribute.annotations().all().stream()
                    .filter(candidate -> candidate.display().equals(name))
                    .findFirst();
        }

        boolean isObjectId() {
            return prefix.isEmpty()
                    && type.name().equals(String.class.getName())
                    && attribute.isStoredAs(StoredAs.Form.OBJECT_ID);
        }
    }

    private BasicValue value(Typed typed, Optional<RawAnnotation> conversion, boolean takesAutoApplied) {
        Optional<RawAnnotation> enumerated = typed.written("Enumerated");
        Optional<RawAnnotation> temporal = typed.written("Temporal");
        boolean autoApplies = takesAutoApplied && enumerated.isEmpty() && temporal.isEmpty();
        ConverterModel converter = converter(typed.type(), conversion, autoApplies);
        BasicKind kind = typed.isObjectId()
                ? BasicKind.OBJECT_ID
                : raw.basicTypes().kind(typed.type()).orElse(BasicKind.CONVERTED);
        boolean isPlain = converter == null;
        return new BasicValue(
                typed.type(),
                kind,
                typed.prefix().isEmpty() && typed.attribute().has(Lob.class),
                isPlain && kind == BasicKind.ENUM ? enumMapping(typed.type(), enumerated) : null,
                isPlain && (kind == BasicKind.UTIL_DATE || kind == BasicKind.CALENDAR)
                        ? temporal.map(written -> written.constant("value", TemporalPart.class))
                                .orElse(TemporalPart.TIMESTAMP)
                        : null,
                converter);
    }

    private @Nullable ConverterModel converter(TypeName type, Optional<RawAnnotation> conversion, boolean autoApplies) {
        if (conversion.isPresent()) {
            return conversion.get().flag("disableConversion")
                    ? null
                    : raw.basicTypes()
                            .converter(conversion.get().type("converter").name())
                            .map(converter -> Converters.model(raw, converter))
                            .orElse(null);
        }
        return !autoApplies
                ? null
                : raw.basicTypes().autoApplied(type).stream()
                        .findFirst()
                        .map(converter -> Converters.model(raw, converter))
                        .orElse(null);
    }

    private EnumMapping enumMapping(TypeName type, Optional<RawAnnotation> enumerated) {
        Optional<RawMember> valueField = raw.classes().find(type.name()).stream()
                .flatMap(declaration -> declaration.members(MemberModel.Kind.FIELD))
                .filter(field -> field.annotations().has(EnumeratedValue.class))
                .findFirst();
        if (valueField.isPresent()) {
            BasicKind kind = BasicKind.ofName(valueField.get().type().erasure()).orElseThrow(AssertionError::new);
            return new EnumMapping(EnumMapping.Form.VALUE, valueField.get().name(), kind);
        }
        return enumerated
                .filter(written -> written.constant("value", EnumType.class) == EnumType.STRING)
                .map(written -> EnumMapping.STRING)
                .orElse(EnumMapping.ORDINAL);
    }
}
