package dev.dormouse.internal.bootstrap;

import dev.dormouse.internal.context.EntityInspection;
import dev.dormouse.internal.context.EntityValidation;
import dev.dormouse.internal.mapping.model.AttributeModel;
import dev.dormouse.internal.mapping.model.CallbackKind;
import dev.dormouse.internal.mapping.model.EntityModel;
import dev.dormouse.internal.mapping.model.PersistenceUnitModel;
import dev.dormouse.internal.mapping.model.ToManyAttribute;
import dev.dormouse.internal.mapping.model.ToOneAttribute;
import jakarta.persistence.PersistenceException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.groups.Default;
import java.lang.annotation.ElementType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Automatic validation upon life-cycle events (section 3.6.1.1). Only loaded where the API of Bean Validation is there. Thread-safe. */
final class BeanValidation implements EntityValidation, AutoCloseable {

    private static final String GROUP = "jakarta.persistence.validation.group.";
    private static final String FACTORY = "jakarta.persistence.validation.factory";
    private static final Map<CallbackKind, String> EVENTS = Map.of(
            CallbackKind.PRE_PERSIST, "pre-persist",
            CallbackKind.PRE_UPDATE, "pre-update",
            CallbackKind.PRE_REMOVE, "pre-remove");

    private final Validator validator;
    private final @Nullable ValidatorFactory ownFactory;
    private final Map<CallbackKind, Class<?>[]> groups = new EnumMap<>(CallbackKind.class);
    private final LoadedState resolver;

    /** A factory that the application gave stays open: it is the application's. */
    private BeanValidation(@Nullable ValidatorFactory given, PersistenceUnitModel model) {
        this.ownFactory = given == null ? Validation.buildDefaultValidatorFactory() : null;
        ValidatorFactory factory = given == null ? Objects.requireNonNull(ownFactory) : given;
        this.resolver = new LoadedState(model);
        this.validator = factory.usingContext().traversableResolver(resolver).getValidator();
    }

    /**
     * Makes the validation of a unit.
     *
     * @param unit its name, for messages
     * @param properties the unit's properties: a factory, and groups
     * @param classes loads a class by name
     * @throws jakarta.validation.ValidationException if there is no validator
     * @throws PersistenceException if the property of the factory holds something else
     */
    static BeanValidation of(
            String unit,
            PersistenceUnitModel model,
            Map<String, Object> properties,
            Function<String, Class<?>> classes) {
        Object given = properties.get(FACTORY);
        if (given != null && !(given instanceof ValidatorFactory)) {
            throw new PersistenceException(BootstrapMessages.WRONG_TEXT.text(
                    FACTORY, unit, given, "the instances of " + ValidatorFactory.class.getName()));
        }
        BeanValidation validation = new BeanValidation((ValidatorFactory) given, model);
        try {
            validation.target(properties, classes);
            return validation;
        } catch (PersistenceException wrong) {
            validation.close();
            throw wrong;
        }
    }

    private void target(Map<String, Object> properties, Function<String, Class<?>> classes) {
        EVENTS.forEach((event, name) -> {
            Object text = properties.get(GROUP + name);
            List<Class<?>> targeted = new ArrayList<>();
            if (text instanceof Class<?>[] listed) {
                targeted.addAll(List.of(listed));
            } else if (text != null) {
                for (String group : text.toString().split(",", -1)) {
                    if (!group.isBlank()) {
                        targeted.add(classes.apply(group.strip()));
                    }
                }
            } else if (event != CallbackKind.PRE_REMOVE) {
                targeted.add(Default.class);
            }
            groups.put(event, targeted.toArray(Class<?>[]::new));
        });
    }

    /** Closes the factory that was made here. */
    @Override
    public void close() {
        if (ownFactory != null) {
            ownFactory.close();
        }
    }

    /** Sets what tells whether state is loaded, as soon as it is there. */
    void inspection(EntityInspection inspection) {
        resolver.inspection = inspection;
    }

    @Override
    public void validate(CallbackKind kind, Object entity) {
        Class<?>[] targeted = groups.get(kind);
        if (targeted == null || targeted.length == 0) {
            return;
        }
        Set<ConstraintViolation<Object>> violations = validator.validate(entity, targeted);
        if (!violations.isEmpty()) {
            String what = BootstrapMessages.INVALID.text(
                    entity.getClass().getName(), Objects.requireNonNull(EVENTS.get(kind)), violations);
            throw new ConstraintViolationException(what, new HashSet<ConstraintViolation<?>>(violations));
        }
    }

    /** Keeps the validator from loading state, and from going along associations. */
    private static final class LoadedState implements TraversableResolver {
        private final Set<String> associations = new HashSet<>();
        private volatile @Nullable EntityInspection inspection;

        LoadedState(PersistenceUnitModel model) {
            for (EntityModel entity : model.entities().values()) {
                for (AttributeModel attribute : entity.attributes()) {
                    if (attribute instanceof ToOneAttribute || attribute instanceof ToManyAttribute) {
                        associations.add(entity.className() + "#" + attribute.name());
                    }
                }
            }
        }

        @Override
        public boolean isReachable(
                Object traversableObject,
                Path.Node traversableProperty,
                Class<?> rootBeanType,
                Path pathToTraversableObject,
                ElementType elementType) {
            EntityInspection known = inspection;
            String attribute = traversableProperty.getName();
            return known == null
                    || traversableObject == null
                    || attribute == null
                    || !known.knows(traversableObject)
                    || !known.hasAttribute(traversableObject, attribute)
                    || known.isLoaded(traversableObject, attribute);
        }

        @Override
        public boolean isCascadable(
                Object traversableObject,
                Path.Node traversableProperty,
                Class<?> rootBeanType,
                Path pathToTraversableObject,
                ElementType elementType) {
            EntityInspection known = inspection;
            if (known == null || traversableObject == null || !known.knows(traversableObject)) {
                return true;
            }
            String owner = known.entityClass(traversableObject).getName();
            return !associations.contains(owner + "#" + traversableProperty.getName());
        }
    }
}
