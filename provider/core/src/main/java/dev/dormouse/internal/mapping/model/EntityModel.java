package dev.dormouse.internal.mapping.model;

import dev.dormouse.annotation.Storage.Codec;
import dev.dormouse.annotation.Storage.Compression;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entity.
 *
 * @param name the entity name
 * @param javaClass its class
 * @param table its table; in a single-table hierarchy the root's
 * @param id its identity; in a hierarchy the root's
 * @param attributes its attributes, those of mapped superclasses and entities above included and first; not those of entities below
 * @param version the name of the version attribute, null for none
 * @param inheritance its place in the hierarchy
 * @param callbacks its life-cycle callbacks, for each event in the order in which they are called: default listeners, listeners from the
 *     topmost class down, then methods of the classes from the topmost down
 * @param cacheable what {@code @Cacheable} says here or on the nearest superclass, null where nothing is said
 * @param codec what {@link dev.dormouse.annotation.Storage} says on the root, null where nothing is said
 * @param compression what it says of compression, null where nothing is said
 * @param storeId what {@link dev.dormouse.annotation.StoreId} says on the root, null where nothing is said
 */
public record EntityModel(
        String name,
        JavaClassModel javaClass,
        TableModel table,
        IdModel id,
        Attributes attributes,
        @Nullable String version,
        InheritanceModel inheritance,
        List<CallbackModel> callbacks,
        @Nullable Boolean cacheable,
        @Nullable Codec codec,
        @Nullable Compression compression,
        @Nullable UUID storeId)
        implements ManagedTypeModel {

    public EntityModel {
        callbacks = List.copyOf(callbacks);
    }

    public boolean isAbstract() {
        return javaClass.isAbstract();
    }

    public boolean isRoot() {
        return inheritance.superEntity() == null;
    }

    /** Returns the version attribute, or null where the entity has none. */
    public @Nullable BasicAttribute versionAttribute() {
        return version == null ? null : (BasicAttribute) attributes.get(version);
    }

    public boolean isId(String attribute) {
        return id.attributes().contains(attribute);
    }

    /** Finds an attribute by a path through embedded values; it does not follow associations. */
    public Optional<AttributeModel> find(AttributePath path) {
        return attributes.find(path);
    }

    /** Returns the callbacks of one event in the order of their calls. */
    public List<CallbackModel> callbacks(CallbackKind kind) {
        return callbacks.stream().filter(callback -> callback.kind() == kind).toList();
    }

    @Override
    public String toString() {
        return "EntityModel[" + name + "]";
    }
}
