package dev.dormouse.internal.layout.document;

import dev.dormouse.internal.mapping.model.Association;
import dev.dormouse.internal.mapping.model.AssociationKind;
import dev.dormouse.internal.mapping.model.AssociationMapping;
import dev.dormouse.internal.mapping.model.AttributeModel;
import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.model.BasicAttribute;
import dev.dormouse.internal.mapping.model.CollectionModel;
import dev.dormouse.internal.mapping.model.ColumnModel;
import dev.dormouse.internal.mapping.model.EmbeddedAttribute;
import dev.dormouse.internal.mapping.model.EmbeddedValue;
import dev.dormouse.internal.mapping.model.EntityModel;
import dev.dormouse.internal.mapping.model.JoinColumnModel;
import dev.dormouse.internal.mapping.model.MapKeyModel;
import dev.dormouse.internal.mapping.model.ToManyAttribute;
import dev.dormouse.internal.mapping.model.ToOneAttribute;
import dev.dormouse.store.record.DocumentForm;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.BasicType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Drafts what associations need outside of their entity's record: columns of the target's table, join tables. */
final class AssociationDrafter {

    private final Drafts drafts;

    AssociationDrafter(Drafts drafts) {
        this.drafts = drafts;
    }

    /** Drafts what an attribute needs; the place is the path of what it is embedded in. */
    void draft(EntityModel owner, AttributeModel attribute, AttributePath place) {
        AttributePath path = place.child(attribute.name());
        if (attribute instanceof EmbeddedAttribute embedded) {
            embedded.value().attributes().forEach(inner -> draft(owner, inner, path));
        } else if (attribute instanceof ToOneAttribute toOne) {
            if (toOne.association().mapping() instanceof AssociationMapping.JoinTable mapping) {
                joinTable(owner, toOne.association(), mapping, null);
            }
        } else if (attribute instanceof ToManyAttribute toMany) {
            toMany(owner, toMany, path);
        }
    }

    private void toMany(EntityModel owner, ToManyAttribute attribute, AttributePath path) {
        AssociationMapping mapping = attribute.association().mapping();
        CollectionModel collection = attribute.collection();
        if (mapping instanceof AssociationMapping.JoinTable joinTable) {
            TableDraft table = joinTable(owner, attribute.association(), joinTable, collection);
            storeId(owner, drafts.unit().entity(attribute.target()), path)
                    .ifPresent(id -> table.options().put(TableDefinition.STORE_ID, id.toString()));
        } else if (mapping instanceof AssociationMapping.ForeignKey foreignKey) {
            TableDraft target = drafts.tableOf(attribute.target());
            for (JoinColumnModel join : foreignKey.columns()) {
                drafts.column(target, List.of(), join, owner, join.column().isNullable());
            }
            placeInCollection(target, collection, true);
        } else if (mapping instanceof AssociationMapping.Inverse inverse) {
            placeInCollection(tableOfOwningSide(attribute, inverse), collection, true);
        }
    }

    /** A join table is known by the id of one side and by its attribute: its name and columns may be made of names that change. */
    private static Optional<UUID> storeId(EntityModel owner, EntityModel target, AttributePath path) {
        if (owner.storeId() != null) {
            return Optional.of(named(owner.storeId(), owner.isRoot() ? path.toString() : owner.name() + "." + path));
        }
        return Optional.ofNullable(target.storeId()).map(id -> named(id, owner.name() + "." + path));
    }

    private static UUID named(UUID id, String name) {
        return UUID.nameUUIDFromBytes((id + "/" + name).getBytes(StandardCharsets.UTF_8));
    }

    private TableDraft tableOfOwningSide(ToManyAttribute attribute, AssociationMapping.Inverse inverse) {
        EntityModel target = drafts.unit().entity(attribute.target());
        AssociationMapping owning = Mappings.of(target, inverse.mappedBy()).mapping();
        return owning instanceof AssociationMapping.JoinTable joinTable
                ? drafts.table(joinTable.table())
                : drafts.tableOf(attribute.target());
    }

    private TableDraft joinTable(
            EntityModel owner,
            Association association,
            AssociationMapping.JoinTable mapping,
            @Nullable CollectionModel collection) {
        TableDraft table = drafts.table(mapping.table());
        EntityModel target = drafts.unit().entity(association.target());
        List<List<String>> key = new ArrayList<>(columns(table, owner, mapping.joinColumns()));
        List<List<String>> toTarget = columns(table, target, mapping.inverseJoinColumns());
        List<List<String>> position = collection == null ? List.of() : placeInCollection(table, collection, false);
        if (association.kind() == AssociationKind.ONE_TO_MANY || association.kind() == AssociationKind.MANY_TO_MANY) {
            key.addAll(position.isEmpty() ? toTarget : position);
        }
        table.key(key);
        table.comment(null, mapping.table().comment());
        mapping.joinColumns().forEach(join -> checkWritten(join, owner, association));
        mapping.inverseJoinColumns().forEach(join -> checkWritten(join, owner, association));
        DocumentForm.LINK.writeTo(table.options());
        return table;
    }

    private void checkWritten(JoinColumnModel join, EntityModel owner, Association association) {
        if (!join.column().isInsertable() || !join.column().isUpdatable()) {
            drafts.refuse(
                    "a read-only column of a join table",
                    owner.name() + " to " + association.target() + ", "
                            + join.name().text(),
                    "Leave insertable and updatable out.");
        }
    }

    private List<List<String>> columns(TableDraft table, EntityModel referenced, List<JoinColumnModel> columns) {
        return columns.stream()
                .map(join -> {
                    table.comment(join.name().text(), join.column().comment());
                    return drafts.column(table, List.of(), join, referenced, false)
                            .path();
                })
                .toList();
    }

    /** Drafts the fields of the position or the map key, and returns their paths. */
    private List<List<String>> placeInCollection(TableDraft table, CollectionModel collection, boolean isNullable) {
        List<List<String>> paths = new ArrayList<>();
        ColumnModel position = collection.orderColumn();
        if (position != null) {
            paths.add(table.column(List.of(), position.name(), BasicType.INTEGER, isNullable)
                    .path());
        }
        MapKeyModel key = collection.key();
        if (key instanceof MapKeyModel.Basic basic) {
            paths.add(drafts.column(table, List.of(), basic.column(), basic.value(), isNullable)
                    .path());
        } else if (key instanceof MapKeyModel.Embeddable embeddable) {
            embeddable(table, embeddable.value(), isNullable, paths);
        } else if (key instanceof MapKeyModel.Entity entity) {
            EntityModel target = drafts.unit().entity(entity.target());
            entity.joinColumns()
                    .forEach(join -> paths.add(drafts.column(table, List.of(), join, target, isNullable)
                            .path()));
        }
        return paths;
    }

    private void embeddable(TableDraft table, EmbeddedValue value, boolean isNullable, List<List<String>> paths) {
        for (AttributeModel attribute : value.attributes()) {
            if (attribute instanceof BasicAttribute basic) {
                paths.add(drafts.column(table, List.of(), basic.column(), basic.value(), isNullable)
                        .path());
            } else if (attribute instanceof EmbeddedAttribute embedded) {
                embeddable(table, embedded.value(), isNullable, paths);
            } else {
                drafts.refuse(
                        "an association in the key of a map", attribute.member().location(), "Use its id as the key.");
            }
        }
    }
}
