package dev.dormouse.internal.mapping.resolve;

import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.raw.RawAnnotation;
import dev.dormouse.internal.mapping.raw.RawAnnotations;
import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AssociationOverrides;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.AttributeOverrides;
import jakarta.persistence.Convert;
import jakarta.persistence.Converts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The overrides that apply in a place, by path (sections 11.1.2, 11.1.4 and 11.1.10).
 *
 * @param columns the {@code @Column} of each attribute override
 * @param associations the association overrides
 * @param conversions the {@code @Convert} annotations; the empty path is the thing itself
 */
record Overrides(
        Map<AttributePath, RawAnnotation> columns,
        Map<AttributePath, RawAnnotation> associations,
        Map<AttributePath, RawAnnotation> conversions) {

    static final Overrides NONE = new Overrides(Map.of(), Map.of(), Map.of());

    static Overrides of(RawAnnotations annotations) {
        Map<AttributePath, RawAnnotation> columns = new HashMap<>();
        Map<AttributePath, RawAnnotation> associations = new HashMap<>();
        Map<AttributePath, RawAnnotation> conversions = new HashMap<>();
        annotations
                .all(AttributeOverride.class, AttributeOverrides.class)
                .forEach(override ->
                        columns.put(AttributePath.parse(override.text("name")), override.annotation("column")));
        annotations
                .all(AssociationOverride.class, AssociationOverrides.class)
                .forEach(override -> associations.put(AttributePath.parse(override.text("name")), override));
        annotations
                .all(Convert.class, Converts.class)
                .forEach(convert -> conversions.put(AttributePath.parse(convert.text("attributeName")), convert));
        return new Overrides(columns, associations, conversions);
    }

    /** Returns the overrides of a part, names relative to it. */
    Overrides within(String name) {
        return new Overrides(within(columns, name), within(associations, name), within(conversions, name));
    }

    /** Returns these overrides where others, from further out, do not say something else. */
    Overrides under(Overrides outer) {
        return new Overrides(
                merged(columns, outer.columns),
                merged(associations, outer.associations),
                merged(conversions, outer.conversions));
    }

    /** Returns the column that is said for the thing itself. */
    Optional<RawAnnotation> column() {
        return Optional.ofNullable(columns.get(AttributePath.EMPTY));
    }

    Optional<RawAnnotation> association() {
        return Optional.ofNullable(associations.get(AttributePath.EMPTY));
    }

    Optional<RawAnnotation> conversion() {
        return Optional.ofNullable(conversions.get(AttributePath.EMPTY));
    }

    private static Map<AttributePath, RawAnnotation> within(Map<AttributePath, RawAnnotation> all, String name) {
        Map<AttributePath, RawAnnotation> inner = new HashMap<>();
        all.forEach((path, annotation) -> {
            if (!path.isEmpty() && path.head().equals(name)) {
                inner.put(path.tail(), annotation);
            }
        });
        return inner;
    }

    private static Map<AttributePath, RawAnnotation> merged(
            Map<AttributePath, RawAnnotation> inner, Map<AttributePath, RawAnnotation> outer) {
        Map<AttributePath, RawAnnotation> all = new HashMap<>(inner);
        all.putAll(outer);
        return all;
    }
}
