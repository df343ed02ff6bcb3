package dev.dormouse.internal.mapping.resolve;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.model.BasicAttribute;
import dev.dormouse.internal.mapping.model.ColumnModel;
import dev.dormouse.internal.mapping.model.EmbeddedAttribute;
import dev.dormouse.internal.mapping.model.EmbeddedValue;
import dev.dormouse.internal.mapping.model.IdModel;
import dev.dormouse.internal.mapping.model.IdPart;
import dev.dormouse.internal.mapping.model.JoinColumnModel;
import dev.dormouse.internal.mapping.model.TypeName;
import dev.dormouse.internal.mapping.raw.AttributeKind;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.RawAnnotation;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.IdClass;
import jakarta.persistence.MapsId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Resolves identities, derived ones too (section 2.4). Each once, on demand: a derived id asks for that of its target. */
final class IdResolver {

    private final AttributeResolver attributes;
    private final WholeClasses whole;
    private final FailureCollector failures;
    private final Map<String, ResolvedId> resolved = new HashMap<>();
    private final Set<String> inProgress = new LinkedHashSet<>();

    IdResolver(AttributeResolver attributes, WholeClasses whole, FailureCollector failures) {
        this.attributes = attributes;
        this.whole = whole;
        this.failures = failures;
    }

    IdModel idOf(ManagedClass entity) {
        return of(entity).model();
    }

    /** Returns the id of the entity's hierarchy. */
    ResolvedId of(ManagedClass entity) {
        ManagedClass root = entity.rootEntity();
        ResolvedId known = resolved.get(root.name());
        if (known != null) {
            return known;
        }
        whole.require(root);
        if (!inProgress.add(root.name())) {
            failures.at(root.context())
                    .add(MappingMessages.DERIVED_ID_CYCLE, String.join(" -> ", inProgress) + " -> " + root.name());
            throw new Unresolved(root.name());
        }
        try {
            ResolvedId id = resolve(root);
            resolved.put(root.name(), id);
            return id;
        } finally {
            inProgress.remove(root.name());
        }
    }

    private ResolvedId resolve(ManagedClass root) {
        Place place = Place.of(root);
        List<RawAttribute> ids =
                root.attributes().stream().filter(RawAttribute::isId).toList();
        RawAttribute first = ids.get(0);
        Optional<RawAnnotation> idClass = root.findInherited(IdClass.class);
        if (first.has(EmbeddedId.class)) {
            return embedded(first, place);
        }
        if (idClass.isPresent()) {
            return ofClass(ids, idClass.get().type("value"), place);
        }
        return first.kind().orElse(AttributeKind.BASIC) == AttributeKind.TO_ONE
                ? derived(first, place)
                : simple(first, place);
    }

    private ResolvedId simple(RawAttribute id, Place place) {
        BasicAttribute basic = attributes.basic(id, place);
        Map<AttributePath, ColumnModel> mapped = mappedColumns(place);
        BasicAttribute effective = IdColumns.replaced(
                basic, mapped.getOrDefault(AttributePath.EMPTY, basic.column().withNullable(false)));
        AttributePath path = AttributePath.of(id.name());
        IdPart part = new IdPart(path, AttributePath.EMPTY, effective.value(), effective.column());
        return new ResolvedId(new IdModel.Simple(id.name(), part), Map.of(id.name(), effective));
    }

    /** An association is the whole id, and the target's id is simple. */
    private ResolvedId derived(RawAttribute id, Place place) {
        List<JoinColumnModel> columns = attributes.associations().foreignKey(id, place, false);
        IdPart ofTarget = idOf(AssociationResolver.target(id)).parts().get(0);
        IdPart part = new IdPart(
                AttributePath.of(id.name()).append(ofTarget.path()),
                AttributePath.EMPTY,
                ofTarget.value(),
                columns.get(0).column());
        return new ResolvedId(new IdModel.Simple(id.name(), part), Map.of());
    }

    private ResolvedId embedded(RawAttribute id, Place place) {
        EmbeddedAttribute written = attributes.embedded(id, place);
        EmbeddedValue value = IdColumns.replaced(written.value(), mappedColumns(place));
        AttributePath path = AttributePath.of(id.name());
        List<IdPart> parts = IdColumns.leaves(value).entrySet().stream()
                .map(leaf -> new IdPart(
                        path.append(leaf.getKey()),
                        leaf.getKey(),
                        leaf.getValue().value(),
                        leaf.getValue().column()))
                .toList();
        return new ResolvedId(
                new IdModel.Embedded(id.name(), value, parts),
                Map.of(id.name(), new EmbeddedAttribute(written.member(), value)));
    }

    /** Returns, by path in the id value, the join columns of the associations that determine parts of it ({@code @MapsId}). */
    private Map<AttributePath, ColumnModel> mappedColumns(Place place) {
        Map<AttributePath, ColumnModel> columns = new HashMap<>();
        for (RawAttribute attribute : place.owner().attributesWith(MapsId.class)) {
            String name = attribute
                    .find(MapsId.class)
                    .orElseThrow(AssertionError::new)
                    .text("value");
            AttributePath at = AttributePath.parse(name);
            List<IdPart> targetParts =
                    idOf(AssociationResolver.target(attribute)).parts();
            for (JoinColumnModel column : attributes.associations().foreignKey(attribute, place, false)) {
                targetParts.stream()
                        .filter(part -> part.path().equals(column.referencedAttribute()))
                        .forEach(part -> columns.put(at.append(part.inId()), column.column()));
            }
        }
        return columns;
    }

    private ResolvedId ofClass(List<RawAttribute> ids, TypeName idClassName, Place place) {
        ManagedClass idClass = place.owner()
                .unit()
                .idClass(idClassName.name(), place.owner().access())
                .orElseThrow(() -> new Unresolved(idClassName.name()));
        IdClassResolution resolution = new IdClassResolution(this, attributes, place);
        return resolution.resolve(ids, idClass);
    }
}
