package dev.dormouse.internal.mapping.raw;

import jakarta.persistence.EntityListeners;
import java.util.ArrayList;
import java.util.List;

/** The entity listeners that a class names (section 3.6.1). */
public final class Listeners {

    private Listeners() {}

    /** Returns the listeners of the class's own {@code @EntityListeners}, in order. */
    public static List<RawClass> declaredBy(ManagedClass type) {
        return type.find(EntityListeners.class).map(written -> written.types("value")).orElse(List.of()).stream()
                .flatMap(name -> type.unit().classes().find(name.name()).stream())
                .toList();
    }

    /** Returns a listener with its superclasses, the topmost first: inherited methods are called too. */
    public static List<RawClass> lineage(RawUnit unit, RawClass listener) {
        List<RawClass> lineage = new ArrayList<>();
        TypeUse above = listener.superclass();
        if (above != null) {
            unit.classes().find(above.erasure()).ifPresent(type -> lineage.addAll(lineage(unit, type)));
        }
        lineage.add(listener);
        return lineage;
    }
}
