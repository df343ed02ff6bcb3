package dev.dormouse.internal.layout.document;

import dev.dormouse.internal.layout.AssociationLocation;
import dev.dormouse.internal.layout.AttributeLocation;
import dev.dormouse.internal.layout.DiscriminatorLayout;
import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.internal.layout.IdLayout;
import dev.dormouse.internal.layout.StateTransfer;
import dev.dormouse.internal.layout.VersionLayout;
import dev.dormouse.internal.mapping.model.AttributePath;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an entity's layout has once the layouts that it refers to exist. */
record EntityParts(
        EntityLayout root,
        List<EntityLayout> withSubLayouts,
        Optional<DiscriminatorLayout> discriminator,
        IdLayout id,
        Optional<VersionLayout> version,
        Map<AttributePath, AttributeLocation> locations,
        List<AssociationLocation> associations,
        StateTransfer transfer) {}
