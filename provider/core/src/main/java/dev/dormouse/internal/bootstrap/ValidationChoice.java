package dev.dormouse.internal.bootstrap;

import dev.dormouse.internal.context.EntityInspection;
import dev.dormouse.internal.context.EntityValidation;
import dev.dormouse.internal.mapping.model.PersistenceUnitModel;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.ValidationMode;
import jakarta.validation.NoProviderFoundException;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Decides whether a unit validates: by its mode, and by whether a validator is present.
 *
 * @param validation what validates
 * @param inspection gets what tells about loaded state, once it is there
 * @param closing closes what was opened for it, with the factory of the unit
 */
record ValidationChoice(EntityValidation validation, Consumer<EntityInspection> inspection, Runnable closing) {

    private static final String MODE = "jakarta.persistence.validation.mode";
    private static final String API = "jakarta.validation.Validation";
    private static final ValidationChoice NONE =
            new ValidationChoice(EntityValidation.NONE, inspection -> {}, () -> {});

    /** Chooses for a unit. */
    static ValidationChoice of(
            UnitDescription unit,
            Map<String, Object> properties,
            PersistenceUnitModel model,
            Function<String, Class<?>> classes) {
        ValidationMode mode = mode(unit, properties);
        if (mode == ValidationMode.NONE) {
            return NONE;
        }
        if (!isApiThere()) {
            if (mode == ValidationMode.CALLBACK) {
                throw new PersistenceException(BootstrapMessages.NO_VALIDATOR.text(unit.name()));
            }
            return NONE;
        }
        return WithApi.choose(unit, properties, model, classes, mode);
    }

    private static ValidationMode mode(UnitDescription unit, Map<String, Object> properties) {
        ValidationMode chosen = Words.chosen(MODE, unit, properties, ValidationMode.class, unit.validationMode());
        return chosen == null ? ValidationMode.AUTO : chosen;
    }

    private static boolean isApiThere() {
        try {
            Class.forName(API, false, ValidationChoice.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError missing) {
            return false;
        }
    }

    /** Apart, so that nothing of the API is needed where it is missing. */
    private static final class WithApi {

        private WithApi() {}

        static ValidationChoice choose(
                UnitDescription unit,
                Map<String, Object> properties,
                PersistenceUnitModel model,
                Function<String, Class<?>> classes,
                ValidationMode mode) {
            try {
                BeanValidation validation = BeanValidation.of(unit.name(), model, properties, classes);
                return new ValidationChoice(validation, validation::inspection, validation::close);
            } catch (NoProviderFoundException missing) {
                if (mode == ValidationMode.CALLBACK) {
                    throw new PersistenceException(BootstrapMessages.NO_VALIDATOR.text(unit.name()), missing);
                }
                return NONE;
            }
        }
    }
}
