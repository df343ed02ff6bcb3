package dev.dormouse.internal.mapping.resolve;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.internal.mapping.model.Attributes;
import dev.dormouse.internal.mapping.model.ConverterModel;
import dev.dormouse.internal.mapping.model.EmbeddableModel;
import dev.dormouse.internal.mapping.model.ManagedTypeModel;
import dev.dormouse.internal.mapping.model.MappedSuperclassModel;
import dev.dormouse.internal.mapping.model.PersistenceUnitModel;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import dev.dormouse.internal.mapping.raw.RawUnit;
import dev.dormouse.internal.mapping.raw.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The resolution of one unit: wires the resolvers and goes through the classes. */
final class UnitResolution {

    private final RawUnit raw;
    private final FailureCollector failures;
    private final WholeClasses whole;
    private final GeneratorResolver generators;
    private final EntityResolver entities;
    private final AttributeResolver attributes;

    UnitResolution(RawUnit raw, FailureCollector failures) {
        this.raw = raw;
        this.failures = failures;
        this.whole = new WholeClasses(raw, failures);
        this.generators = new GeneratorResolver(raw);
        TableResolver tables = new TableResolver(failures);
        this.attributes = new AttributeResolver(new BasicResolver(raw, generators), tables, whole, failures);
        this.entities = new EntityResolver(attributes, tables);
    }

    PersistenceUnitModel resolve() {
        List<ManagedTypeModel> types = new ArrayList<>();
        for (ManagedClass entity : raw.managed(Role.ENTITY)) {
            resolved(() -> entities.entity(entity)).ifPresent(types::add);
        }
        List<ManagedTypeModel> others = new ArrayList<>();
        for (ManagedClass type : raw.managed(Role.MAPPED_SUPERCLASS)) {
            others.add(new MappedSuperclassModel(JavaClasses.model(type), inherited(type, types)));
        }
        for (ManagedClass type : raw.managed(Role.EMBEDDABLE)) {
            resolved(() -> new EmbeddableModel(JavaClasses.model(type), alone(type)))
                    .ifPresent(others::add);
        }
        types.addAll(others);
        return new PersistenceUnitModel(
                types, converters(), new NamedQueryResolver(raw).queries(), generators.models());
    }

    private <T> Optional<T> resolved(Supplier<T> resolution) {
        try {
            return Optional.of(resolution.get());
        } catch (Unresolved e) {
            if (failures.count() == 0) {
                throw new AssertionError("nothing tells why this cannot be resolved: " + e.getMessage(), e);
            }
            return Optional.empty();
        }
    }

    /** Returns the attributes of a mapped superclass as the first entity below it has them. */
    private static Attributes inherited(ManagedClass superclass, List<ManagedTypeModel> entities) {
        Set<String> names =
                superclass.attributes().stream().map(RawAttribute::name).collect(Collectors.toSet());
        return entities.stream()
                .filter(entity -> superclass.unit().types().isSubtype(entity.className(), superclass.name()))
                .findFirst()
                .map(entity -> new Attributes(entity.attributes().stream()
                        .filter(attribute -> names.contains(attribute.name()))
                        .toList()))
                .orElse(new Attributes(List.of()));
    }

    private Attributes alone(ManagedClass embeddable) {
        whole.require(embeddable);
        return attributes.embedded(embeddable, Place.of(embeddable)).attributes();
    }

    private List<ConverterModel> converters() {
        return raw.converters().stream()
                .flatMap(type -> raw.basicTypes().converter(type.name()).stream())
                .map(converter -> Converters.model(raw, converter))
                .toList();
    }
}
