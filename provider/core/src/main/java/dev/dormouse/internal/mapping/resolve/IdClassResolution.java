package dev.dormouse.internal.mapping.resolve;

import dev.dormouse.internal.mapping.model.AttributeModel;
import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.model.Attributes;
import dev.dormouse.internal.mapping.model.BasicAttribute;
import dev.dormouse.internal.mapping.model.BasicValue;
import dev.dormouse.internal.mapping.model.ColumnModel;
import dev.dormouse.internal.mapping.model.EmbeddedAttribute;
import dev.dormouse.internal.mapping.model.EmbeddedValue;
import dev.dormouse.internal.mapping.model.IdModel;
import dev.dormouse.internal.mapping.model.IdPart;
import dev.dormouse.internal.mapping.model.JoinColumnModel;
import dev.dormouse.internal.mapping.raw.AttributeKind;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Resolves an id class: its members against the id attributes of the entity (sections 2.4.1 and 2.4.1.1). */
final class IdClassResolution {

    private final IdResolver ids;
    private final AttributeResolver attributes;
    private final Place place;
    private final Map<String, AttributeModel> idAttributes = new LinkedHashMap<>();
    private final Map<String, AttributeModel> members = new LinkedHashMap<>();
    private final List<IdPart> parts = new ArrayList<>();

    IdClassResolution(IdResolver ids, AttributeResolver attributes, Place place) {
        this.ids = ids;
        this.attributes = attributes;
        this.place = place;
    }

    ResolvedId resolve(List<RawAttribute> idAttributesWritten, ManagedClass idClass) {
        List<String> names =
                idAttributesWritten.stream().map(RawAttribute::name).toList();
        for (RawAttribute id : idAttributesWritten) {
            Optional<RawAttribute> member = idClass.find(id.name());
            if (id.kind().orElse(AttributeKind.BASIC) != AttributeKind.TO_ONE) {
                addBasic(id, member.orElseThrow(() -> new Unresolved(id.name())));
            } else if (idAttributesWritten.size() == 1 && isIdOfTarget(id, idClass)) {
                return wholeIdOfTarget(id, idClass);
            } else {
                addAssociation(id, member.orElseThrow(() -> new Unresolved(id.name())));
            }
        }
        List<AttributeModel> inOrder = idClass.attributes().stream()
                .map(member -> Objects.requireNonNull(members.get(member.name())))
                .toList();
        EmbeddedValue value =
                new EmbeddedValue(idClass.name(), idClass.declaration().isRecord(), new Attributes(inOrder));
        return new ResolvedId(new IdModel.OfClass(names, value, parts), idAttributes);
    }

    private void addBasic(RawAttribute id, RawAttribute member) {
        BasicAttribute written = attributes.basic(id, place);
        BasicAttribute basic = IdColumns.replaced(written, written.column().withNullable(false));
        idAttributes.put(id.name(), basic);
        members.put(id.name(), basicMember(member, basic.value(), basic.column()));
        parts.add(new IdPart(AttributePath.of(id.name()), AttributePath.of(id.name()), basic.value(), basic.column()));
    }

    private void addAssociation(RawAttribute id, RawAttribute member) {
        IdModel ofTarget = ids.idOf(AssociationResolver.target(id));
        Map<AttributePath, ColumnModel> columns = columnsByPartOfTarget(id);
        if (ofTarget instanceof IdModel.Simple simple) {
            ColumnModel column = Objects.requireNonNull(columns.get(AttributePath.EMPTY));
            members.put(id.name(), basicMember(member, simple.part().value(), column));
        } else {
            members.put(
                    id.name(), new EmbeddedAttribute(member.model(), IdColumns.replaced(valueOf(ofTarget), columns)));
        }
        addParts(id, ofTarget, columns, AttributePath.of(id.name()));
    }

    /** The id class of the entity is that of its only association. */
    private ResolvedId wholeIdOfTarget(RawAttribute id, ManagedClass idClass) {
        IdModel ofTarget = ids.idOf(AssociationResolver.target(id));
        Map<AttributePath, ColumnModel> columns = columnsByPartOfTarget(id);
        addParts(id, ofTarget, columns, AttributePath.EMPTY);
        EmbeddedValue value = IdColumns.replaced(valueOf(ofTarget), columns);
        if (!value.className().equals(idClass.name())) {
            throw new AssertionError(idClass.name() + " is not " + value.className());
        }
        return new ResolvedId(new IdModel.OfClass(List.of(id.name()), value, parts), Map.of());
    }

    private boolean isIdOfTarget(RawAttribute id, ManagedClass idClass) {
        IdModel ofTarget = ids.idOf(AssociationResolver.target(id));
        return !(ofTarget instanceof IdModel.Simple) && ofTarget.type().name().equals(idClass.name());
    }

    private void addParts(
            RawAttribute id, IdModel ofTarget, Map<AttributePath, ColumnModel> columns, AttributePath inId) {
        for (IdPart part : ofTarget.parts()) {
            parts.add(new IdPart(
                    AttributePath.of(id.name()).append(part.path()),
                    inId.append(part.inId()),
                    part.value(),
                    Objects.requireNonNull(columns.get(part.inId()))));
        }
    }

    private Map<AttributePath, ColumnModel> columnsByPartOfTarget(RawAttribute id) {
        Map<AttributePath, ColumnModel> columns = new HashMap<>();
        List<IdPart> targetParts = ids.idOf(AssociationResolver.target(id)).parts();
        for (JoinColumnModel column : attributes.associations().foreignKey(id, place, false)) {
            targetParts.stream()
                    .filter(part -> part.path().equals(column.referencedAttribute()))
                    .forEach(part -> columns.put(part.inId(), column.column()));
        }
        if (columns.size() != targetParts.size()) {
            throw new Unresolved(id.name());
        }
        return columns;
    }

    private static EmbeddedValue valueOf(IdModel id) {
        if (id instanceof IdModel.Embedded embedded) {
            return embedded.value();
        }
        if (id instanceof IdModel.OfClass ofClass) {
            return ofClass.value();
        }
        throw new AssertionError("a simple id is no value with parts");
    }

    private static BasicAttribute basicMember(RawAttribute member, BasicValue value, ColumnModel column) {
        return new BasicAttribute(member.model(), value, column, null, false, false);
    }
}
