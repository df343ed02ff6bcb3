package dev.dormouse.internal.mapping.resolve;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.model.DatabaseName;
import dev.dormouse.internal.mapping.model.IdPart;
import dev.dormouse.internal.mapping.model.JoinColumnModel;
import dev.dormouse.internal.mapping.raw.AttributeKind;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.RawAnnotation;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import dev.dormouse.internal.mapping.raw.Role;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinColumns;
import java.lang.annotation.Annotation;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Resolves the columns of foreign keys (section 11.1.26): names, and what they refer to. */
final class JoinColumnResolver {

    private final IdResolver ids;
    private final BasicResolver basics;
    private final FailureCollector failures;
    /** The associations whose columns are being looked at; one that refers to itself in a circle has no such column. */
    private final Set<RawAttribute> underWay = new HashSet<>();

    JoinColumnResolver(IdResolver ids, BasicResolver basics, FailureCollector failures) {
        this.ids = ids;
        this.basics = basics;
        this.failures = failures;
    }

    /** Returns the {@code @JoinColumn} or {@code @MapKeyJoinColumn} annotations of an attribute. */
    static List<RawAnnotation> written(
            RawAttribute attribute, Class<? extends Annotation> type, Class<? extends Annotation> container) {
        return attribute.annotations().all(type, container);
    }

    /**
     * Resolves columns that refer to an entity.
     *
     * @param written the annotations, none for defaults
     * @param target the entity; an embeddable that is resolved alone has no key, then there are no columns
     * @param prefix what default names start with, before an underscore
     * @param attribute whose failures these are
     */
    List<JoinColumnModel> columns(
            List<RawAnnotation> written, ManagedClass target, String prefix, RawAttribute attribute) {
        if (target.role() != Role.ENTITY) {
            return List.of();
        }
        List<IdPart> parts = ids.idOf(target).parts();
        if (written.isEmpty()) {
            return parts.stream()
                    .map(part -> column(Optional.empty(), part.column().name(), part.path(), prefix))
                    .toList();
        }
        if (written.size() == 1 && written.get(0).text("referencedColumnName").isEmpty() && parts.size() == 1) {
            IdPart part = parts.get(0);
            return List.of(column(Optional.of(written.get(0)), part.column().name(), part.path(), prefix));
        }
        Map<AttributePath, JoinColumnModel> byPath = new LinkedHashMap<>();
        for (RawAnnotation join : written) {
            DatabaseName referenced = DatabaseName.of(join.text("referencedColumnName"));
            AttributePath path = referencedPath(target, referenced, attribute);
            if (byPath.put(path, column(Optional.of(join), referenced, path, prefix)) != null) {
                throw mismatch(target, referenced.text(), attribute);
            }
        }
        return ordered(byPath, parts, target, attribute);
    }

    /** Puts the columns of a whole key into its order; columns that refer to no part of the key keep theirs. */
    private List<JoinColumnModel> ordered(
            Map<AttributePath, JoinColumnModel> byPath,
            List<IdPart> parts,
            ManagedClass target,
            RawAttribute attribute) {
        long ofKey =
                parts.stream().filter(part -> byPath.containsKey(part.path())).count();
        if (ofKey == 0) {
            return List.copyOf(byPath.values());
        }
        if (ofKey != parts.size() || byPath.size() != parts.size()) {
            throw mismatch(
                    target,
                    byPath.values().stream().map(column -> column.name().text()).collect(Collectors.joining(", ")),
                    attribute);
        }
        return parts.stream()
                .map(part -> Objects.requireNonNull(byPath.get(part.path())))
                .toList();
    }

    private static JoinColumnModel column(
            Optional<RawAnnotation> written, DatabaseName referenced, AttributePath path, String prefix) {
        DatabaseName byDefault = new DatabaseName(prefix + "_" + referenced.text(), referenced.delimited());
        return new JoinColumnModel(Columns.column(written, byDefault), referenced, path);
    }

    private AttributePath referencedPath(ManagedClass target, DatabaseName column, RawAttribute attribute) {
        for (IdPart part : ids.idOf(target).parts()) {
            if (part.column().name().matches(column)) {
                return part.path();
            }
        }
        return basicPath(target, Place.of(target), column)
                .orElseThrow(() -> mismatch(target, column.text(), attribute));
    }

    /** Finds the basic attribute behind a column that is no part of the key; behind a join column it is that of the target. */
    private Optional<AttributePath> basicPath(ManagedClass type, Place place, DatabaseName column) {
        for (RawAttribute attribute : type.attributes()) {
            AttributeKind kind = attribute.kind().orElse(AttributeKind.TO_ONE);
            if (kind == AttributeKind.BASIC
                    && basics.attribute(attribute, place).column().name().matches(column)) {
                return Optional.of(place.pathOf(attribute));
            }
            if (kind == AttributeKind.TO_ONE && attribute.mappedBy() == null) {
                Optional<AttributePath> found = referringPath(attribute, place, column);
                if (found.isPresent()) {
                    return found;
                }
            }
            if (kind == AttributeKind.EMBEDDED && !attribute.isId()) {
                Optional<AttributePath> found = attribute
                        .embeddable(attribute.type())
                        .flatMap(embeddable ->
                                basicPath(embeddable, place.within(attribute, place.overridesOf(attribute)), column));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<AttributePath> referringPath(RawAttribute attribute, Place place, DatabaseName column) {
        ManagedClass target = attribute.target().orElse(null);
        if (target == null || !underWay.add(attribute)) {
            return Optional.empty();
        }
        try {
            return columns(written(attribute, JoinColumn.class, JoinColumns.class), target, attribute.name(), attribute)
                    .stream()
                    .filter(join -> join.name().matches(column))
                    .map(join -> place.pathOf(attribute).append(join.referencedAttribute()))
                    .findFirst();
        } finally {
            underWay.remove(attribute);
        }
    }

    private Unresolved mismatch(ManagedClass target, String columns, RawAttribute attribute) {
        String key = ids.idOf(target).parts().stream()
                .map(part -> part.column().name().text())
                .collect(Collectors.joining(", "));
        failures.at(attribute.owner().context())
                .at(attribute.context())
                .add(
                        MappingMessages.JOIN_COLUMNS_MISMATCH,
                        columns,
                        ids.idOf(target).parts().size(),
                        target.name(),
                        key);
        return new Unresolved(attribute.name());
    }
}
