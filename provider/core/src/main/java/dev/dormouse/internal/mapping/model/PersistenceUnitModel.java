package dev.dormouse.internal.mapping.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that is mapped in a persistence unit. Look-ups by name are for building things; what runs often keeps what it found.
 */
public final class PersistenceUnitModel {

    private final Map<String, EntityModel> entities = new LinkedHashMap<>();
    private final Map<String, EntityModel> entitiesByClass = new LinkedHashMap<>();
    private final Map<String, EmbeddableModel> embeddables = new LinkedHashMap<>();
    private final Map<String, MappedSuperclassModel> mappedSuperclasses = new LinkedHashMap<>();
    private final List<ConverterModel> converters;
    private final Map<String, NamedQueryModel> namedQueries = new LinkedHashMap<>();
    private final GeneratorModels generators;

    public PersistenceUnitModel(
            List<? extends ManagedTypeModel> types,
            List<ConverterModel> converters,
            List<NamedQueryModel> namedQueries,
            GeneratorModels generators) {
        for (ManagedTypeModel type : types) {
            if (type instanceof EntityModel entity) {
                entities.put(entity.name(), entity);
                entitiesByClass.put(entity.className(), entity);
            } else if (type instanceof EmbeddableModel embeddable) {
                embeddables.put(embeddable.className(), embeddable);
            } else if (type instanceof MappedSuperclassModel superclass) {
                mappedSuperclasses.put(superclass.className(), superclass);
            }
        }
        this.converters = List.copyOf(converters);
        namedQueries.forEach(query -> this.namedQueries.put(query.name(), query));
        this.generators = generators;
    }

    /** Returns this unit with some of its entities and other named queries. */
    PersistenceUnitModel with(Set<String> entityNames, List<NamedQueryModel> queries) {
        List<ManagedTypeModel> types = new ArrayList<>();
        entities.values().stream()
                .filter(entity -> entityNames.contains(entity.name()))
                .forEach(types::add);
        types.addAll(embeddables.values());
        types.addAll(mappedSuperclasses.values());
        return new PersistenceUnitModel(types, converters, queries, generators);
    }

    /** Returns the entities by entity name, a superclass before its subclasses. */
    public Map<String, EntityModel> entities() {
        return Collections.unmodifiableMap(entities);
    }

    public Map<String, EmbeddableModel> embeddables() {
        return Collections.unmodifiableMap(embeddables);
    }

    public Map<String, MappedSuperclassModel> mappedSuperclasses() {
        return Collections.unmodifiableMap(mappedSuperclasses);
    }

    public List<ConverterModel> converters() {
        return converters;
    }

    public Map<String, NamedQueryModel> namedQueries() {
        return Collections.unmodifiableMap(namedQueries);
    }

    public GeneratorModels generators() {
        return generators;
    }

    public Optional<EntityModel> findEntity(String name) {
        return Optional.ofNullable(entities.get(name));
    }

    public Optional<EntityModel> findEntityOfClass(String className) {
        return Optional.ofNullable(entitiesByClass.get(className));
    }

    public EntityModel entity(String name) {
        return findEntity(name).orElseThrow(() -> new AssertionError("no entity " + name));
    }

    /** Returns the entity itself and all below it, a superclass before its subclasses. */
    public List<EntityModel> withSubEntities(EntityModel entity) {
        List<EntityModel> all = new ArrayList<>();
        all.add(entity);
        entity.inheritance().subEntities().forEach(name -> all.addAll(withSubEntities(entity(name))));
        return all;
    }

    /** Finds an attribute by a path that may go through embedded values and through associations to one. */
    public Optional<AttributeModel> find(EntityModel entity, AttributePath path) {
        Attributes attributes = entity.attributes();
        Optional<AttributeModel> found = Optional.empty();
        for (int i = 0; i < path.length(); i++) {
            found = attributes.find(path.names().get(i));
            if (i == path.length() - 1 || found.isEmpty()) {
                return found;
            }
            if (found.get() instanceof EmbeddedAttribute embedded) {
                attributes = embedded.value().attributes();
            } else if (found.get() instanceof ToOneAttribute toOne) {
                attributes = entity(toOne.target()).attributes();
            } else {
                return Optional.empty();
            }
        }
        return found;
    }
}
