package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.RawClass;
import dev.dormouse.internal.mapping.raw.Role;

/** The entity class is not final (section 2.1), unless it was enhanced: what refers to it then needs no subclass of it. */
final class EntityMustNotBeFinal implements ClassRule {

    /** What the build plugin has entity classes implement. */
    private static final String ENHANCED = "dev.dormouse.enhanced.EnhancedEntity";

    @Override
    public void check(ManagedClass type, FailureCollector failures) {
        RawClass declaration = type.declaration();
        boolean isPlainClass = !declaration.isRecord() && !declaration.isEnum() && !isEnhanced(declaration);
        if (type.role() == Role.ENTITY && declaration.isFinal() && isPlainClass) {
            failures.add(MappingMessages.ENTITY_FINAL, type.name());
        }
    }

    private static boolean isEnhanced(RawClass type) {
        return type.interfaces().stream().anyMatch(use -> use.erasure().equals(ENHANCED));
    }
}
