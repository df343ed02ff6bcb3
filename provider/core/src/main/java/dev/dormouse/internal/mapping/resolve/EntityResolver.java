package dev.dormouse.internal.mapping.resolve;

import dev.dormouse.annotation.Storage;
import dev.dormouse.annotation.StoreId;
import dev.dormouse.internal.mapping.model.AttributeModel;
import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.model.Attributes;
import dev.dormouse.internal.mapping.model.EntityModel;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Resolves entities, a superclass before its subclasses, each once. */
final class EntityResolver {

    private final AttributeResolver attributes;
    private final TableResolver tables;
    private final Map<String, EntityModel> resolved = new HashMap<>();

    EntityResolver(AttributeResolver attributes, TableResolver tables) {
        this.attributes = attributes;
        this.tables = tables;
    }

    EntityModel entity(ManagedClass entity) {
        EntityModel known = resolved.get(entity.name());
        if (known != null) {
            return known;
        }
        EntityModel model = resolve(entity);
        resolved.put(entity.name(), model);
        return model;
    }

    private EntityModel resolve(ManagedClass entity) {
        ResolvedId id = attributes.ids().of(entity);
        List<AttributeModel> all = attributes(entity, id);
        return new EntityModel(
                entity.entityName(),
                JavaClasses.model(entity),
                tables.tableOf(entity),
                id.model(),
                new Attributes(all),
                entity.attributesWith(Version.class).stream()
                        .map(RawAttribute::name)
                        .findFirst()
                        .orElse(null),
                Hierarchies.inheritance(entity),
                Callbacks.of(entity),
                entity.findInherited(Cacheable.class)
                        .map(written -> written.flag("value"))
                        .orElse(null),
                entity.rootEntity()
                        .find(Storage.class)
                        .map(written -> written.constant("value", Storage.Codec.class))
                        .filter(codec -> codec != Storage.Codec.DEFAULT)
                        .orElse(null),
                entity.rootEntity()
                        .find(Storage.class)
                        .map(written -> written.constant("compression", Storage.Compression.class))
                        .filter(compression -> compression != Storage.Compression.DEFAULT)
                        .orElse(null),
                storeId(entity.rootEntity()));
    }

    /** A rule reports what is no UUID. */
    private static @Nullable UUID storeId(ManagedClass root) {
        try {
            return root.find(StoreId.class)
                    .map(written -> UUID.fromString(written.text("value")))
                    .orElse(null);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** What a superclass entity has is taken as it is: it stands in the same columns of the same table. */
    private List<AttributeModel> attributes(ManagedClass entity, ResolvedId id) {
        Optional<EntityModel> above = entity.superEntity().map(this::entity);
        attributes.requireWhole(entity);
        Place place = Place.of(entity);
        List<AttributeModel> all = new ArrayList<>();
        List<Unresolved> open = new ArrayList<>();
        for (RawAttribute attribute : entity.attributes()) {
            Optional<AttributeModel> inherited = above.flatMap(type -> type.find(AttributePath.of(attribute.name())))
                    .or(() -> Optional.ofNullable(id.attributes().get(attribute.name())));
            try {
                all.add(inherited.orElseGet(() -> attributes.attribute(attribute, place)));
            } catch (Unresolved e) {
                open.add(e);
            }
        }
        if (!open.isEmpty()) {
            throw open.get(0);
        }
        return all;
    }
}
