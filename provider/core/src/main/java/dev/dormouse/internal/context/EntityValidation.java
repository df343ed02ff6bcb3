package dev.dormouse.internal.context;

import dev.dormouse.internal.mapping.model.CallbackKind;

/** What looks at an entity right after its callbacks of an event: Bean Validation, if the unit uses it (section 3.6.1.1). */
@FunctionalInterface
public interface EntityValidation {

    /** Finds everything valid. */
    EntityValidation NONE = (kind, entity) -> {};

    /**
     * Validates for an event.
     *
     * @throws RuntimeException the exception of the validator, if the entity is not valid
     */
    void validate(CallbackKind kind, Object entity);
}
