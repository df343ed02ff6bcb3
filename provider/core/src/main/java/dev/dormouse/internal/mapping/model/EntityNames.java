package dev.dormouse.internal.mapping.model;

import java.util.HashSet;
import java.util.Set;

/** The names of the entities to which an entity leads: its relatives in the hierarchy, the targets of its associations, the keys of its maps. */
final class EntityNames {

    private final Set<String> names = new HashSet<>();

    private EntityNames() {}

    static Set<String> of(EntityModel entity) {
        EntityNames found = new EntityNames();
        InheritanceModel inheritance = entity.inheritance();
        found.names.addAll(inheritance.subEntities());
        if (inheritance.superEntity() != null) {
            found.names.add(inheritance.superEntity());
        }
        found.addAll(entity.attributes());
        return found.names;
    }

    private void addAll(Attributes attributes) {
        for (AttributeModel attribute : attributes) {
            if (attribute instanceof EmbeddedAttribute embedded) {
                addAll(embedded.value().attributes());
            } else if (attribute instanceof ToOneAttribute toOne) {
                names.add(toOne.target());
            } else if (attribute instanceof ToManyAttribute toMany) {
                names.add(toMany.target());
                addKey(toMany.collection());
            } else if (attribute instanceof ElementCollectionAttribute elements) {
                if (elements.element() instanceof ElementModel.Embeddable embeddable) {
                    addAll(embeddable.value().attributes());
                }
                addKey(elements.collection());
            }
        }
    }

    private void addKey(CollectionModel collection) {
        if (collection.key() instanceof MapKeyModel.Entity entity) {
            names.add(entity.target());
        } else if (collection.key() instanceof MapKeyModel.Embeddable embeddable) {
            addAll(embeddable.value().attributes());
        }
    }
}
