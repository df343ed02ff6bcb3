package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.model.AssociationMapping;
import dev.dormouse.internal.mapping.model.AttributeModel;
import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.model.ElementCollectionAttribute;
import dev.dormouse.internal.mapping.model.EmbeddedAttribute;
import dev.dormouse.internal.mapping.model.EntityModel;
import dev.dormouse.internal.mapping.model.PersistenceUnitModel;
import dev.dormouse.internal.mapping.model.TableModel;
import dev.dormouse.internal.mapping.model.ToManyAttribute;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * In a collection table and in a join table the owner, the element, the key and the position have columns of their own (sections 11.1.8 and 11.1.28), and a key or a position in
 * the table of the target one that no attribute of the target writes (sections 11.1.36 and 11.1.41).
 */
final class CollectionColumnMustBeWrittenOnce implements EntityRule {

    @Override
    public void check(EntityModel entity, PersistenceUnitModel unit, FailureCollector failures) {
        Optional<EntityModel> above =
                Optional.ofNullable(entity.inheritance().superEntity()).flatMap(unit::findEntity);
        for (AttributeModel attribute : entity.attributes()) {
            boolean isInherited =
                    above.flatMap(e -> e.attributes().find(attribute.name())).isPresent();
            if (!isInherited) {
                check(attribute, AttributePath.of(attribute.name()), unit, failures);
            }
        }
    }

    private static void check(
            AttributeModel attribute, AttributePath path, PersistenceUnitModel unit, FailureCollector failures) {
        if (attribute instanceof EmbeddedAttribute embedded) {
            embedded.value().attributes().forEach(inner -> check(inner, path.child(inner.name()), unit, failures));
        } else if (attribute instanceof ElementCollectionAttribute elements) {
            check(CollectionColumns.of(elements, path), elements.table().table(), failures);
        } else if (attribute instanceof ToManyAttribute toMany) {
            if (toMany.association().mapping() instanceof AssociationMapping.JoinTable join) {
                check(CollectionColumns.of(join, toMany.collection(), path), join.table(), failures);
            } else {
                unit.findEntity(toMany.target()).ifPresent(target -> {
                    Map<String, TableColumns.Mapped> writers = new HashMap<>();
                    TableColumns.of(target).forEach(mapped -> write(mapped, writers));
                    check(CollectionColumns.of(toMany.collection(), path), target.table(), writers, failures);
                });
            }
        }
    }

    private static void check(List<TableColumns.Mapped> columns, TableModel table, FailureCollector failures) {
        check(columns, table, new HashMap<>(), failures);
    }

    private static void check(
            List<TableColumns.Mapped> columns,
            TableModel table,
            Map<String, TableColumns.Mapped> writers,
            FailureCollector failures) {
        for (TableColumns.Mapped mapped : columns) {
            TableColumns.Mapped other = write(mapped, writers);
            if (other != null) {
                failures.add(
                        MappingMessages.COLLECTION_COLUMN_TWICE,
                        mapped.column().name().text(),
                        table.name().text(),
                        other.location(),
                        mapped.location());
            }
        }
    }

    /** Takes note of who writes a column, and returns who writes it already. */
    private static TableColumns.@Nullable Mapped write(
            TableColumns.Mapped mapped, Map<String, TableColumns.Mapped> writers) {
        boolean isWritten = mapped.column().isInsertable() || mapped.column().isUpdatable();
        return isWritten ? writers.putIfAbsent(mapped.column().name().folded(), mapped) : null;
    }
}
