package dev.dormouse.internal.layout.document;

import dev.dormouse.internal.mapping.model.AssociationMapping;
import dev.dormouse.internal.mapping.model.AttributeModel;
import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.model.DatabaseName;
import dev.dormouse.internal.mapping.model.DiscriminatorModel;
import dev.dormouse.internal.mapping.model.EmbeddedAttribute;
import dev.dormouse.internal.mapping.model.EntityModel;
import dev.dormouse.internal.mapping.model.IdPart;
import dev.dormouse.internal.mapping.model.PersistenceUnitModel;
import dev.dormouse.internal.mapping.model.TableGeneratorModel;
import dev.dormouse.internal.mapping.model.ToManyAttribute;
import dev.dormouse.internal.mapping.model.ToOneAttribute;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.BasicType;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.InheritanceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Drafts the tables of a unit, pass by pass: the records of entities, what lies outside of them, constraints. */
final class UnitDrafter {

    private final Drafts drafts;
    private final PersistenceUnitModel unit;
    private final IdSequences sequences;

    UnitDrafter(Drafts drafts) {
        this.drafts = drafts;
        this.unit = drafts.unit();
        this.sequences = new IdSequences(unit);
    }

    void draft() {
        int before = drafts.failureCount();
        forRoots(this::root);
        unit.generators().tables().values().forEach(this::generator);
        if (drafts.failureCount() > before) {
            return;
        }
        AssociationDrafter associations = new AssociationDrafter(drafts);
        forOwnAttributes((entity, attribute) -> associations.draft(entity, attribute, AttributePath.EMPTY));
        ConstraintDrafter constraints = new ConstraintDrafter(drafts);
        forOwnAttributes((entity, attribute) -> constraints.uniqueColumns(site(entity), attribute));
        forRoots(root -> constraints.declared(root.table()));
        forOwnAttributes((entity, attribute) -> declaredJoinTable(constraints, attribute));
        unit.generators().tables().values().forEach(g -> constraints.declared(g.table()));
        forOwnAttributes((entity, attribute) -> constraints.references(entity, attribute));
    }

    private void forRoots(Consumer<EntityModel> action) {
        for (EntityModel entity : unit.entities().values()) {
            if (entity.isRoot()) {
                drafts.enter(entity);
                action.accept(entity);
            }
        }
        drafts.leave();
    }

    private static void declaredJoinTable(ConstraintDrafter constraints, AttributeModel attribute) {
        if (attribute instanceof EmbeddedAttribute embedded) {
            embedded.value().attributes().forEach(a -> declaredJoinTable(constraints, a));
        } else if ((attribute instanceof ToOneAttribute || attribute instanceof ToManyAttribute)
                && Mappings.of(attribute).mapping() instanceof AssociationMapping.JoinTable joinTable) {
            constraints.declared(joinTable.table());
        }
    }

    private Site site(EntityModel entity) {
        return new Site(entity, drafts.table(entity.table()), List.of(), AttributePath.EMPTY, !entity.isRoot(), false);
    }

    private void root(EntityModel root) {
        if (unit.withSubEntities(root).size() > 1 && root.inheritance().strategy() != InheritanceType.SINGLE_TABLE) {
            drafts.refuse(
                    "inheritance strategy " + root.inheritance().strategy(),
                    root.name(),
                    "Use InheritanceType.SINGLE_TABLE.");
            return;
        }
        boolean isShared = drafts.hasTable(root.table());
        Site site = site(root);
        TableDraft table = site.table();
        AttributeDrafter drafter = new AttributeDrafter(drafts);
        root.id()
                .attributes()
                .forEach(id -> drafter.draft(site, root.attributes().get(id)));
        List<DatabaseName> key = root.id().parts().stream()
                .map(IdPart::column)
                .map(c -> c.name())
                .toList();
        List<List<String>> paths = table.paths(key, root.name() + "'s id");
        if (paths.size() == key.size()) {
            table.key(paths);
        }
        DiscriminatorModel discriminator = root.inheritance().discriminator();
        if (discriminator != null) {
            table.column(List.of(), discriminator.column().name(), typeOf(discriminator.type()), false);
        }
        for (EntityModel entity : unit.withSubEntities(root)) {
            drafts.enter(entity);
            ownAttributes(entity).forEach(attribute -> drafter.draft(site(entity), attribute));
        }
        if (isShared) {
            table.share();
        }
        table.comment(null, root.table().comment());
        choose(table, "codec", root.codec());
        choose(table, "compression", root.compression());
        if (root.storeId() != null) {
            table.options().put(TableDefinition.STORE_ID, root.storeId().toString());
            sequences.named(root).ifPresent(name -> table.options().put(TableDefinition.SEQUENCE, name));
        }
    }

    private static void choose(TableDraft table, String option, @Nullable Enum<?> choice) {
        if (choice != null) {
            table.options().put(option, choice.name().toLowerCase(Locale.ROOT));
        }
    }

    static BasicType typeOf(DiscriminatorType type) {
        return type == DiscriminatorType.INTEGER ? BasicType.INTEGER : BasicType.STRING;
    }

    private void forOwnAttributes(BiConsumer<EntityModel, AttributeModel> action) {
        for (EntityModel entity : unit.entities().values()) {
            drafts.enter(entity);
            if (entity.isRoot()) {
                entity.id()
                        .attributes()
                        .forEach(id -> action.accept(entity, entity.attributes().get(id)));
            }
            ownAttributes(entity).forEach(attribute -> action.accept(entity, attribute));
        }
        drafts.leave();
    }

    /** Returns the attributes that the entity above does not have, without the id. */
    private List<AttributeModel> ownAttributes(EntityModel entity) {
        String above = entity.inheritance().superEntity();
        List<AttributeModel> own = new ArrayList<>();
        for (AttributeModel attribute : entity.attributes()) {
            boolean isInherited = above != null
                    && unit.entity(above).attributes().find(attribute.name()).isPresent();
            if (!isInherited && !entity.isId(attribute.name())) {
                own.add(attribute);
            }
        }
        return own;
    }

    private void generator(TableGeneratorModel generator) {
        TableDraft table = drafts.table(generator.table());
        List<String> key = table.column(List.of(), generator.keyColumn(), BasicType.STRING, false)
                .path();
        table.column(List.of(), generator.valueColumn(), BasicType.LONG, true);
        table.key(List.of(key));
    }
}
