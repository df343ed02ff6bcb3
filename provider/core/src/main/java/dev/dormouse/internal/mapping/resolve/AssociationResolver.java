package dev.dormouse.internal.mapping.resolve;

import dev.dormouse.annotation.IdArray;
import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.model.Association;
import dev.dormouse.internal.mapping.model.AssociationKind;
import dev.dormouse.internal.mapping.model.AssociationMapping;
import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.model.DatabaseName;
import dev.dormouse.internal.mapping.model.JoinColumnModel;
import dev.dormouse.internal.mapping.model.TableModel;
import dev.dormouse.internal.mapping.model.ToManyAttribute;
import dev.dormouse.internal.mapping.model.ToOneAttribute;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.RawAnnotation;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import dev.dormouse.internal.mapping.raw.Role;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinColumns;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Resolves associations: target, side, join columns or join table (sections 2.11 and 11.1.26 to 11.1.28). */
final class AssociationResolver {

    private final JoinColumnResolver joinColumns;
    private final TableResolver tables;
    private final CollectionResolver collections;
    private final IdResolver ids;
    private final FailureCollector failures;

    AssociationResolver(
            JoinColumnResolver joinColumns,
            TableResolver tables,
            CollectionResolver collections,
            IdResolver ids,
            FailureCollector failures) {
        this.joinColumns = joinColumns;
        this.tables = tables;
        this.collections = collections;
        this.ids = ids;
        this.failures = failures;
    }

    ToOneAttribute toOne(RawAttribute attribute, Place place) {
        RawAnnotation written = written(attribute);
        String mappedBy = attribute.mappedBy();
        boolean isIdentifying = attribute.has(Id.class) || attribute.has(MapsId.class);
        boolean isOptional = written.flag("optional") && !isIdentifying;
        AssociationMapping mapping = mappedBy == null
                ? new AssociationMapping.ForeignKey(foreignKey(attribute, place, isOptional))
                : new AssociationMapping.Inverse(AttributePath.parse(mappedBy));
        return new ToOneAttribute(
                attribute.model(), association(attribute, mapping), isOptional, mapsId(attribute, place));
    }

    /** Resolves the join columns of an owning association to one. */
    List<JoinColumnModel> foreignKey(RawAttribute attribute, Place place, boolean isNullable) {
        refuseJoinTable(attribute, place);
        List<RawAnnotation> written = overridden(attribute, place, "joinColumns")
                .orElse(JoinColumnResolver.written(attribute, JoinColumn.class, JoinColumns.class));
        return joinColumns.columns(written, target(attribute), attribute.name(), attribute).stream()
                .map(column -> isNullable || !place.path().isEmpty()
                        ? column
                        : new JoinColumnModel(
                                column.column().withNullable(false),
                                column.referencedColumn(),
                                column.referencedAttribute()))
                .toList();
    }

    /** A rule refuses the annotation on the attribute; an override further out is known here. */
    private void refuseJoinTable(RawAttribute attribute, Place place) {
        boolean isOverridden = place.overridesOf(attribute)
                .association()
                .filter(override -> override.isWritten("joinTable"))
                .isPresent();
        if (isOverridden) {
            failures.at(place.owner().context())
                    .at(attribute.context())
                    .add(MappingMessages.TO_ONE_JOIN_TABLE_NOT_SUPPORTED);
            throw new Unresolved(attribute.name());
        }
    }

    private @Nullable AttributePath mapsId(RawAttribute attribute, Place place) {
        Optional<RawAnnotation> written = attribute.find(MapsId.class);
        if (written.isEmpty() || place.owner().role() != Role.ENTITY) {
            return null;
        }
        String id = ids.idOf(place.owner()).attributes().get(0);
        return AttributePath.of(id).append(AttributePath.parse(written.get().text("value")));
    }

    ToManyAttribute toMany(RawAttribute attribute, Place place) {
        AssociationMapping mapping = toManyMapping(attribute, place);
        return new ToManyAttribute(
                attribute.model(),
                association(attribute, mapping),
                collections.ofEntities(attribute, target(attribute), place));
    }

    private AssociationMapping toManyMapping(RawAttribute attribute, Place place) {
        String mappedBy = attribute.mappedBy();
        if (mappedBy != null) {
            return new AssociationMapping.Inverse(AttributePath.parse(mappedBy));
        }
        if (attribute.has(IdArray.class)) {
            return new AssociationMapping.IdArray(
                    Columns.column(attribute.find(Column.class), DatabaseName.of(attribute.name())));
        }
        List<RawAnnotation> columns = overridden(attribute, place, "joinColumns")
                .orElse(JoinColumnResolver.written(attribute, JoinColumn.class, JoinColumns.class));
        if (attribute.has(OneToMany.class) && !columns.isEmpty()) {
            return new AssociationMapping.ForeignKey(
                    joinColumns.columns(columns, place.owner(), attribute.name(), attribute));
        }
        return joinTable(attribute, place);
    }

    private AssociationMapping.JoinTable joinTable(RawAttribute attribute, Place place) {
        ManagedClass target = target(attribute);
        Optional<RawAnnotation> written = place.overridesOf(attribute)
                .association()
                .map(override -> override.annotation("joinTable"))
                .filter(table -> !table.written().isEmpty())
                .or(() -> attribute.find(JoinTable.class));
        DatabaseName byDefault = TableResolver.nameOf(place.owner())
                .plus("_" + TableResolver.nameOf(target).text());
        List<RawAnnotation> toOwner =
                written.map(table -> table.annotations("joinColumns")).orElse(List.of());
        List<RawAnnotation> toTarget =
                written.map(table -> table.annotations("inverseJoinColumns")).orElse(List.of());
        String ownerPrefix =
                inverseName(attribute, place, target).orElse(place.owner().entityName());
        return new AssociationMapping.JoinTable(
                written.map(table -> tables.table(
                                table,
                                byDefault,
                                failures.at(place.owner().context()).at(attribute.context())))
                        .orElse(TableModel.of(byDefault)),
                joinColumns.columns(toOwner, place.owner(), ownerPrefix, attribute),
                joinColumns.columns(toTarget, target, attribute.name(), attribute));
    }

    /** Returns the name of the attribute on the other side, from which the columns that refer to the owner are named. */
    private static Optional<String> inverseName(RawAttribute attribute, Place place, ManagedClass target) {
        String path = place.pathOf(attribute).toString();
        return target.attributes().stream()
                .filter(candidate -> path.equals(candidate.mappedBy())
                        && candidate
                                .targetType()
                                .filter(type -> place.owner()
                                        .unit()
                                        .types()
                                        .isSubtype(place.owner().name(), type.name()))
                                .isPresent())
                .map(RawAttribute::name)
                .findFirst();
    }

    private static Optional<List<RawAnnotation>> overridden(RawAttribute attribute, Place place, String element) {
        return place.overridesOf(attribute)
                .association()
                .map(override -> override.annotations(element))
                .filter(columns -> !columns.isEmpty());
    }

    private static Association association(RawAttribute attribute, AssociationMapping mapping) {
        RawAnnotation written = written(attribute);
        Set<CascadeType> cascade = EnumSet.noneOf(CascadeType.class);
        written.texts("cascade").forEach(name -> cascade.add(CascadeType.valueOf(name)));
        return new Association(
                kind(attribute),
                target(attribute).entityName(),
                mapping,
                cascade,
                written.constant("fetch", FetchType.class),
                written.values().containsKey("orphanRemoval") && written.flag("orphanRemoval"));
    }

    private static AssociationKind kind(RawAttribute attribute) {
        if (attribute.has(OneToOne.class)) {
            return AssociationKind.ONE_TO_ONE;
        }
        if (attribute.has(ManyToOne.class)) {
            return AssociationKind.MANY_TO_ONE;
        }
        return attribute.has(OneToMany.class) ? AssociationKind.ONE_TO_MANY : AssociationKind.MANY_TO_MANY;
    }

    private static RawAnnotation written(RawAttribute attribute) {
        return attribute.association().orElseThrow(AssertionError::new);
    }

    static ManagedClass target(RawAttribute attribute) {
        return attribute.target().orElseThrow(() -> new Unresolved(attribute.name()));
    }
}
