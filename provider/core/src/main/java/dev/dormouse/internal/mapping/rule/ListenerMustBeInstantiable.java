package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.model.TypeName;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.RawClass;
import jakarta.persistence.EntityListeners;
import java.util.List;
import java.util.Optional;

/** A listener class has a public constructor without parameters (section 3.6). */
final class ListenerMustBeInstantiable implements ClassRule {

    @Override
    public void check(ManagedClass type, FailureCollector failures) {
        List<TypeName> names = type.find(EntityListeners.class)
                .map(written -> written.types("value"))
                .orElse(List.of());
        for (TypeName name : names) {
            Optional<RawClass> listener = type.unit().classes().find(name.name());
            if (listener.isEmpty()
                    || listener.get().isAbstract()
                    || listener.get().nesting() == RawClass.Nesting.INNER
                    || !Constructors.hasDefault(listener.get())) {
                failures.add(MappingMessages.LISTENER_NOT_INSTANTIABLE, name);
            }
        }
    }
}
