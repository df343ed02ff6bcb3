package dev.dormouse.internal.mapping.resolve;

import dev.dormouse.internal.mapping.model.ColumnModel;
import dev.dormouse.internal.mapping.model.DatabaseName;
import dev.dormouse.internal.mapping.model.DiscriminatorModel;
import dev.dormouse.internal.mapping.model.InheritanceModel;
import dev.dormouse.internal.mapping.raw.Discriminators;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.RawAnnotation;
import dev.dormouse.internal.mapping.raw.Role;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.InheritanceType;
import java.util.List;
import java.util.Optional;

/** Resolves the place of entities in their hierarchies (sections 2.12, 11.1.12 and 11.1.13). */
final class Hierarchies {

    private Hierarchies() {}

    static InheritanceModel inheritance(ManagedClass entity) {
        ManagedClass root = entity.rootEntity();
        List<String> below = entity.unit().managed(Role.ENTITY).stream()
                .filter(other -> other.superEntity()
                        .filter(above -> above.name().equals(entity.name()))
                        .isPresent())
                .map(ManagedClass::entityName)
                .toList();
        boolean isAlone = below.isEmpty() && entity.superEntity().isEmpty();
        boolean isWritten = root.has(DiscriminatorColumn.class) || entity.has(DiscriminatorValue.class);
        return new InheritanceModel(
                root.entityName(),
                entity.superEntity().map(ManagedClass::entityName).orElse(null),
                below,
                InheritanceType.SINGLE_TABLE,
                isAlone && !isWritten ? null : discriminator(entity));
    }

    private static DiscriminatorModel discriminator(ManagedClass entity) {
        DiscriminatorType type = Discriminators.typeOf(entity);
        Optional<RawAnnotation> written = entity.rootEntity().find(DiscriminatorColumn.class);
        ColumnModel column = new ColumnModel(
                DatabaseName.of(written.map(value -> value.text("name")).orElse("DTYPE")),
                null,
                false,
                false,
                true,
                false,
                ColumnModel.Size.DEFAULT,
                written.map(value -> value.textOrNull("columnDefinition")).orElse(null),
                null);
        return new DiscriminatorModel(
                column,
                type,
                Discriminators.valueOf(entity).map(text -> typed(text, type)).orElse(null));
    }

    private static Object typed(String text, DiscriminatorType type) {
        return switch (type) {
            case STRING -> text;
            case CHAR -> text.charAt(0);
            case INTEGER -> Integer.valueOf(text);
        };
    }
}
