package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.model.AssociationMapping;
import dev.dormouse.internal.mapping.model.AttributeModel;
import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.model.EmbeddedAttribute;
import dev.dormouse.internal.mapping.model.EntityModel;
import dev.dormouse.internal.mapping.model.PersistenceUnitModel;
import dev.dormouse.internal.mapping.model.ToManyAttribute;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a join table are the pairs of one owning association (section 11.1.28). Two between the same entities get the same table
 * by default.
 */
final class JoinTableMustServeOneAssociation implements ModelRule {

    @Override
    public void check(PersistenceUnitModel unit, FailureCollector failures) {
        Map<List<@Nullable String>, String> owners = new HashMap<>();
        for (EntityModel entity : unit.entities().values()) {
            FailureCollector ofEntity = failures.at("entity '" + entity.className() + "'");
            Optional<EntityModel> above =
                    Optional.ofNullable(entity.inheritance().superEntity()).flatMap(unit::findEntity);
            for (AttributeModel attribute : entity.attributes()) {
                boolean isInherited = above.flatMap(e -> e.attributes().find(attribute.name()))
                        .isPresent();
                if (!isInherited) {
                    check(attribute, AttributePath.of(attribute.name()), entity, owners, ofEntity);
                }
            }
        }
    }

    private static void check(
            AttributeModel attribute,
            AttributePath path,
            EntityModel entity,
            Map<List<@Nullable String>, String> owners,
            FailureCollector failures) {
        if (attribute instanceof EmbeddedAttribute embedded) {
            for (AttributeModel inner : embedded.value().attributes()) {
                check(inner, path.child(inner.name()), entity, owners, failures);
            }
        } else if (attribute instanceof ToManyAttribute toMany
                && toMany.association().mapping() instanceof AssociationMapping.JoinTable join) {
            String owner = entity.name() + "." + path;
            String other = owners.putIfAbsent(join.table().identity(), owner);
            if (other != null) {
                failures.add(
                        MappingMessages.JOIN_TABLE_SHARED, join.table().name().text(), other, owner);
            }
        }
    }
}
