package dev.dormouse.internal.mapping.rule;

import dev.dormouse.annotation.Storage;
import dev.dormouse.annotation.StoreId;
import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.Role;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Inheritance;
import jakarta.persistence.Table;
import java.util.stream.Stream;

/** In a single-table hierarchy the root defines table, strategy, discriminator, codec and id (sections 2.12 and 11.1.24). */
final class HierarchyMustBeMappedOnRoot implements ClassRule {

    @Override
    public void check(ManagedClass type, FailureCollector failures) {
        if (type.role() == Role.ENTITY && type.superEntity().isPresent()) {
            Stream.of(Table.class, Inheritance.class, DiscriminatorColumn.class, Storage.class, StoreId.class)
                    .flatMap(annotation -> type.find(annotation).stream())
                    .forEach(written -> failures.add(
                            MappingMessages.NOT_ON_ROOT,
                            written.display(),
                            type.rootEntity().name()));
        }
    }
}
