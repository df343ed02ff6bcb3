package dev.dormouse.internal.layout.document;

import dev.dormouse.internal.layout.BoundLayout.IdSequence;
import dev.dormouse.internal.mapping.model.AttributeModel;
import dev.dormouse.internal.mapping.model.BasicAttribute;
import dev.dormouse.internal.mapping.model.DatabaseName;
import dev.dormouse.internal.mapping.model.EmbeddedAttribute;
import dev.dormouse.internal.mapping.model.EntityModel;
import dev.dormouse.internal.mapping.model.GenerationModel;
import dev.dormouse.internal.mapping.model.PersistenceUnitModel;
import dev.dormouse.internal.mapping.model.SequenceGeneratorModel;
import dev.dormouse.internal.mapping.model.TableGeneratorModel;
import dev.dormouse.store.catalog.SequenceDefinition;
import jakarta.persistence.GenerationType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The sequences of a unit. Each counts by one; an allocation takes as many numbers as its size in a row, so that also SQL that asks for the
 * next value gets numbers that nobody else has.
 */
final class IdSequences {

    /** How many numbers an IDENTITY column's sequence gives at once. */
    private static final int IDENTITY_ALLOCATION = 1;

    private final PersistenceUnitModel unit;
    private final Map<String, SequenceDefinition> definitions = new LinkedHashMap<>();

    IdSequences(PersistenceUnitModel unit) {
        this.unit = unit;
        unit.generators().sequences().values().forEach(this::define);
        unit.generators().tables().values().forEach(this::define);
        unit.entities().values().stream()
                .filter(EntityModel::isRoot)
                .forEach(entity -> identities(entity, entity.attributes()));
    }

    private void identities(EntityModel entity, Iterable<AttributeModel> attributes) {
        for (AttributeModel attribute : attributes) {
            if (attribute instanceof BasicAttribute basic && isIdentity(basic)) {
                String name = identityName(entity, basic);
                definitions.put(name, new SequenceDefinition(name, 1, 1, Optional.empty()));
            } else if (attribute instanceof EmbeddedAttribute embedded && entity.isId(attribute.name())) {
                identities(entity, embedded.value().attributes());
            }
        }
    }

    private static boolean isIdentity(BasicAttribute attribute) {
        GenerationModel generation = attribute.generation();
        return generation != null && generation.strategy() == GenerationType.IDENTITY;
    }

    private static String identityName(EntityModel entity, BasicAttribute attribute) {
        return Drafts.name(entity.table()) + "." + attribute.column().name().text();
    }

    private void define(SequenceGeneratorModel generator) {
        String name = name(generator);
        definitions.putIfAbsent(name, new SequenceDefinition(name, generator.initialValue(), 1, Optional.empty()));
    }

    private void define(TableGeneratorModel generator) {
        String name = name(generator);
        SequenceDefinition.GeneratorRow row = new SequenceDefinition.GeneratorRow(
                Drafts.name(generator.table()),
                generator.keyColumn().text(),
                generator.keyValue(),
                generator.valueColumn().text());
        definitions.putIfAbsent(name, new SequenceDefinition(name, generator.initialValue() + 1L, 1, Optional.of(row)));
    }

    private static String name(SequenceGeneratorModel generator) {
        return prefix(generator.catalog())
                + prefix(generator.schema())
                + generator.sequence().text();
    }

    private static String name(TableGeneratorModel generator) {
        return Drafts.name(generator.table()) + "." + generator.keyValue();
    }

    private static String prefix(@Nullable DatabaseName name) {
        return name == null ? "" : name.text() + ".";
    }

    List<SequenceDefinition> definitions() {
        return List.copyOf(definitions.values());
    }

    /** Returns the sequence of an entity's ids where its name is made of that of the entity or of the table. */
    Optional<String> named(EntityModel root) {
        return root.id().attributes().stream()
                .map(root.attributes()::get)
                .filter(BasicAttribute.class::isInstance)
                .map(BasicAttribute.class::cast)
                .filter(id -> isIdentity(id)
                        || (id.generation() != null
                                && root.name().equals(id.generation().generator())))
                .flatMap(id -> of(root, id).stream())
                .map(IdSequence::name)
                .findFirst();
    }

    Optional<IdSequence> of(EntityModel root, BasicAttribute attribute) {
        GenerationModel generation = attribute.generation();
        if (generation == null || generation.strategy() == GenerationType.UUID) {
            return Optional.empty();
        }
        if (generation.strategy() == GenerationType.IDENTITY) {
            return Optional.of(new IdSequence(identityName(root, attribute), IDENTITY_ALLOCATION));
        }
        String generator = Objects.requireNonNull(generation.generator());
        SequenceGeneratorModel sequence = unit.generators().sequences().get(generator);
        if (sequence != null) {
            return Optional.of(new IdSequence(name(sequence), Math.max(1, sequence.allocationSize())));
        }
        TableGeneratorModel table =
                Objects.requireNonNull(unit.generators().tables().get(generator));
        return Optional.of(new IdSequence(name(table), Math.max(1, table.allocationSize())));
    }
}
