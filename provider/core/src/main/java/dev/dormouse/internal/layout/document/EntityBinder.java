package dev.dormouse.internal.layout.document;

import dev.dormouse.internal.enhance.attribute.EnhancedFields;
import dev.dormouse.internal.layout.AttributeLocation;
import dev.dormouse.internal.layout.BasicLocation;
import dev.dormouse.internal.layout.DiscriminatorLayout;
import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.internal.layout.VersionLayout;
import dev.dormouse.internal.layout.transfer.AttributeTransfer;
import dev.dormouse.internal.layout.transfer.TransferPlan;
import dev.dormouse.internal.mapping.model.AttributeModel;
import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.model.BasicAttribute;
import dev.dormouse.internal.mapping.model.DiscriminatorModel;
import dev.dormouse.internal.mapping.model.EntityModel;
import dev.dormouse.store.record.FieldPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Binds one entity. */
final class EntityBinder {

    private final Binder binder;
    private final DocumentEntityLayout layout;
    private final EntityModel model;
    private final TableFields table;

    EntityBinder(Binder binder, DocumentEntityLayout layout) {
        this.binder = binder;
        this.layout = layout;
        this.model = layout.model();
        this.table = binder.table(model.table());
    }

    EntityParts bind() {
        AttributeBinder attributes =
                new AttributeBinder(binder, model.attributes().size());
        Map<String, AttributeTransfer> transfers = transfers(attributes);
        List<AttributeTransfer> ids = transfersOf(transfers, model::isId);
        List<AttributeTransfer> steps = new ArrayList<>(ids);
        steps.addAll(transfersOf(transfers, name -> !model.isId(name)));
        Optional<DiscriminatorLayout> discriminator = discriminator();
        TransferPlan plan = new TransferPlan(
                steps,
                transfersOf(transfers, name -> !model.isId(name) && !name.equals(model.version())),
                new TransferPlan.Shape(
                        table.table().type().fields().size(),
                        discriminator.map(DiscriminatorLayout::field).orElse(null),
                        discriminator.map(DiscriminatorLayout::value).orElse(null)),
                attributes.arrays(),
                model,
                EnhancedFields.of(layout.javaClass(), model.attributes()));
        return new EntityParts(
                binder.entity(model.inheritance().root()),
                binder.unit().withSubEntities(model).stream()
                        .<EntityLayout>map(sub -> binder.entity(sub.name()))
                        .toList(),
                discriminator,
                new IdBinder(binder, layout, table, attributes).bind(ids),
                version(attributes.locations()),
                Map.copyOf(attributes.locations()),
                List.copyOf(attributes.associations()),
                plan);
    }

    /** Binds all attributes; their transfers by name, in the order of the attributes. */
    private Map<String, AttributeTransfer> transfers(AttributeBinder attributes) {
        Scope scope = new Scope(model, table, table.draft().name(), AttributePath.EMPTY, false);
        Map<String, AttributeTransfer> transfers = new LinkedHashMap<>();
        List<AttributeModel> all = model.attributes().list();
        for (int i = 0; i < all.size(); i++) {
            transfers.put(
                    all.get(i).name(),
                    attributes.bind(scope, layout.accessor(), i, all.get(i)).transfer());
        }
        return transfers;
    }

    private static List<AttributeTransfer> transfersOf(
            Map<String, AttributeTransfer> transfers, Predicate<String> condition) {
        return transfers.entrySet().stream()
                .filter(transfer -> condition.test(transfer.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private Optional<VersionLayout> version(Map<AttributePath, AttributeLocation> locations) {
        BasicAttribute version = model.versionAttribute();
        if (version == null) {
            return Optional.empty();
        }
        BasicLocation location = (BasicLocation) locations.get(AttributePath.of(version.name()));
        if (location == null) {
            throw new AssertionError("version not bound: " + version.name());
        }
        return Optional.of(new VersionLayout(
                version,
                location.field(),
                location.conversion(),
                layout.accessor(),
                model.attributes().position(version.name())));
    }

    private Optional<DiscriminatorLayout> discriminator() {
        DiscriminatorModel discriminator = model.inheritance().discriminator();
        if (discriminator == null) {
            return Optional.empty();
        }
        FieldPath field = table.column(discriminator.column().name());
        Map<Object, EntityLayout> layouts = new HashMap<>();
        EntityModel root = binder.unit().entity(model.inheritance().root());
        for (EntityModel entity : binder.unit().withSubEntities(root)) {
            Object value = value(entity.inheritance().discriminator());
            if (value != null) {
                layouts.put(value, binder.entity(entity.name()));
            }
        }
        return Optional.of(new DiscriminatorLayout(field, value(discriminator), layouts));
    }

    private static @Nullable Object value(@Nullable DiscriminatorModel discriminator) {
        Object value = discriminator == null ? null : discriminator.value();
        return value instanceof Character character ? character.toString() : value;
    }
}
