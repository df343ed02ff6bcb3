package dev.dormouse.internal.context.generate;

import dev.dormouse.internal.context.ContextMessages;
import dev.dormouse.internal.context.EntityType;
import dev.dormouse.internal.context.EntityTypes;
import dev.dormouse.internal.layout.BoundLayout;
import dev.dormouse.internal.layout.value.ValueConversion;
import dev.dormouse.internal.mapping.model.AttributeModel;
import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.model.BasicAttribute;
import dev.dormouse.internal.mapping.model.BasicKind;
import dev.dormouse.internal.mapping.model.EmbeddedAttribute;
import dev.dormouse.internal.mapping.model.EntityModel;
import dev.dormouse.internal.mapping.model.GenerationModel;
import dev.dormouse.store.Store;
import jakarta.persistence.GenerationType;
import jakarta.persistence.PersistenceException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives new entities their generated ids. One for each factory; thread-safe. */
public final class IdGenerators {

    private final Map<EntityType, List<GeneratedId>> generated = new HashMap<>();

    /** Where the values of one generator come from. */
    @FunctionalInterface
    private interface Source {
        Object next();
    }

    private record GeneratedId(AttributePath path, BasicAttribute attribute, Source source) {

        boolean isIdentity() {
            GenerationModel generation = attribute.generation();
            return generation != null && generation.strategy() == GenerationType.IDENTITY;
        }

        boolean isUnsetIn(EntityType type, Object instance) {
            Object value = type.layout().get(instance, path);
            boolean isZero = value instanceof Number number && number.longValue() == 0;
            return value == null || (isZero && attribute.type().isPrimitive());
        }
    }

    /** Prepares the generators of a unit. */
    public IdGenerators(Store store, EntityTypes types) {
        Map<String, SequenceBlocks> sequences = new HashMap<>();
        for (EntityType type : types.all()) {
            List<GeneratedId> ids = new ArrayList<>(1);
            EntityModel model = type.model();
            for (String name : model.id().attributes()) {
                AttributeModel attribute = model.attributes().get(name);
                AttributePath path = AttributePath.of(name);
                if (attribute instanceof BasicAttribute basic) {
                    add(ids, path, basic, source(store, types.layouts(), type, basic, sequences));
                } else if (attribute instanceof EmbeddedAttribute embedded) {
                    for (AttributeModel member : embedded.value().attributes()) {
                        if (member instanceof BasicAttribute basic) {
                            add(
                                    ids,
                                    path.child(basic.name()),
                                    basic,
                                    source(store, types.layouts(), type, basic, sequences));
                        }
                    }
                }
            }
            generated.put(type, List.copyOf(ids));
        }
    }

    private static void add(
            List<GeneratedId> ids, AttributePath path, BasicAttribute attribute, @Nullable Source source) {
        if (attribute.generation() != null && source != null) {
            ids.add(new GeneratedId(path, attribute, source));
        }
    }

    private static @Nullable Source source(
            Store store,
            BoundLayout layouts,
            EntityType type,
            BasicAttribute attribute,
            Map<String, SequenceBlocks> sequences) {
        if (attribute.generation() == null) {
            return null;
        }
        BoundLayout.IdSequence sequence =
                layouts.sequence(type.layout(), attribute).orElse(null);
        if (sequence == null) {
            if (attribute.value().kind() == BasicKind.OBJECT_ID) {
                ValueConversion conversion = layouts.conversion(attribute.value());
                return () -> Objects.requireNonNull(conversion.toJava(ObjectIds.next()));
            }
            boolean isText = attribute.type().name().equals(String.class.getName());
            return isText ? () -> UUID.randomUUID().toString() : UUID::randomUUID;
        }
        SequenceBlocks blocks = sequences.computeIfAbsent(
                sequence.name(), name -> new SequenceBlocks(store, name, sequence.allocationSize()));
        return () -> converted(attribute, blocks.next(type));
    }

    /** Returns whether an id of this type is generated. */
    public boolean isGenerated(EntityType type) {
        return !generated.getOrDefault(type, List.of()).isEmpty();
    }

    /**
     * Sets the generated ids of an instance that has none yet: before {@code PrePersist} those that it can see, after it identities.
     *
     * @param identities whether identities are wanted, else all others
     */
    public void generate(EntityType type, Object instance, boolean identities) {
        for (GeneratedId id : generated.getOrDefault(type, List.of())) {
            if (id.isIdentity() == identities && id.isUnsetIn(type, instance)) {
                type.layout().set(instance, id.path(), id.source().next());
            }
        }
    }

    /** Returns whether an instance lacks an id that is generated. */
    public boolean lacksId(EntityType type, Object instance) {
        for (GeneratedId id : generated.getOrDefault(type, List.of())) {
            if (id.isUnsetIn(type, instance)) {
                return true;
            }
        }
        return false;
    }

    private static Object converted(BasicAttribute attribute, long value) {
        String type = attribute.type().boxed().name();
        boolean fits =
                switch (type) {
                    case "java.lang.Integer" -> value == (int) value;
                    case "java.lang.Short" -> value == (short) value;
                    case "java.lang.Byte" -> value == (byte) value;
                    default -> true;
                };
        if (!fits) {
            throw overflow(attribute, value);
        }
        return switch (type) {
            case "java.lang.Long" -> value;
            case "java.lang.Integer" -> (int) value;
            case "java.lang.Short" -> (short) value;
            case "java.lang.Byte" -> (byte) value;
            case "java.lang.String" -> Long.toString(value);
            case "java.math.BigInteger" -> BigInteger.valueOf(value);
            case "java.math.BigDecimal" -> BigDecimal.valueOf(value);
            case "java.lang.Double" -> (double) value;
            case "java.lang.Float" -> (float) value;
            default -> throw overflow(attribute, value);
        };
    }

    private static PersistenceException overflow(BasicAttribute attribute, long value) {
        return new PersistenceException(ContextMessages.ID_OVERFLOW.text(
                value, attribute.member().location(), attribute.type().name()));
    }
}
