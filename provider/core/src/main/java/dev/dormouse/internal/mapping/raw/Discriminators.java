package dev.dormouse.internal.mapping.raw;

import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import java.util.Optional;

/** The discriminators of single-table hierarchies as written, with their defaults (sections 11.1.12 and 11.1.13). */
public final class Discriminators {

    private Discriminators() {}

    /** Returns the type of the discriminator of an entity's hierarchy. */
    public static DiscriminatorType typeOf(ManagedClass entity) {
        return entity.rootEntity()
                .find(DiscriminatorColumn.class)
                .map(written -> written.constant("discriminatorType", DiscriminatorType.class))
                .orElse(DiscriminatorType.STRING);
    }

    /**
     * Returns the value of an entity as text: what was written, else the entity name, its first character or its hash code after the type.
     * An abstract entity without a value has none.
     */
    public static Optional<String> valueOf(ManagedClass entity) {
        Optional<String> written = entity.find(DiscriminatorValue.class).map(value -> value.text("value"));
        if (written.isPresent() || entity.declaration().isAbstract()) {
            return written;
        }
        String name = entity.entityName();
        return Optional.of(
                switch (typeOf(entity)) {
                    case STRING -> name;
                    case CHAR -> name.substring(0, 1);
                    case INTEGER -> String.valueOf(name.hashCode());
                });
    }
}
