package dev.dormouse.internal.mapping.model;

import jakarta.persistence.InheritanceType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The place of an entity in its hierarchy (section 2.11).
 *
 * @param root the name of the root entity; the entity's own name where it stands alone
 * @param superEntity the name of the nearest entity above, null for the root
 * @param subEntities the names of the entities directly below
 * @param strategy the mapping strategy of the hierarchy
 * @param discriminator the column that tells the entities apart; null where the entity stands alone and declares none
 */
public record InheritanceModel(
        String root,
        @Nullable String superEntity,
        List<String> subEntities,
        InheritanceType strategy,
        @Nullable DiscriminatorModel discriminator) {

    public InheritanceModel {
        subEntities = List.copyOf(subEntities);
    }
}
