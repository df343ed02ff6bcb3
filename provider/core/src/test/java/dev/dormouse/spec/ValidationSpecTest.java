package dev.dormouse.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.spec.graph.Single;
import jakarta.persistence.EntityManager;
import jakarta.persistence.RollbackException;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorFactory;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Section 3.6.1: Bean Validation upon life-cycle events. */
class ValidationSpecTest {

    private static final Class<?>[] CLASSES = {Single.class, Single.Part.class};

    private static Single single(int id) {
        Single single = new Single();
        single.id = id;
        single.text = "text";
        return single;
    }

    @Test
    void anEntityThatIsNotValidIsRefusedAtPersistAndMarksTheTransaction() {
        try (SpecUnit unit = SpecUnit.of(CLASSES)) {
            EntityManager manager = unit.manager();
            manager.getTransaction().begin();
            Single invalid = single(1);
            invalid.text = null;
            assertThatThrownBy(() -> manager.persist(invalid))
                    .isInstanceOf(ConstraintViolationException.class)
                    .satisfies(thrown -> assertThat(((ConstraintViolationException) thrown).getConstraintViolations())
                            .hasSize(1));
            assertThat(manager.getTransaction().getRollbackOnly()).isTrue();
        }
    }

    @Test
    void anUpdateIsValidatedWithItsEmbeddables() {
        try (SpecUnit unit = SpecUnit.of(CLASSES)) {
            unit.run(manager -> manager.persist(single(1)));
            assertThatThrownBy(() -> unit.run(manager -> {
                        Single found = Objects.requireNonNull(manager.find(Single.class, 1));
                        found.part = new Single.Part();
                        found.part.code = "too long";
                    }))
                    .isInstanceOf(RollbackException.class)
                    .hasCauseInstanceOf(ConstraintViolationException.class);
        }
    }

    @Test
    void validationNeitherLoadsNorFollowsAssociations() {
        try (SpecUnit unit = SpecUnit.of(CLASSES)) {
            Single first = single(1);
            first.other = single(2);
            unit.run(manager -> {
                manager.persist(Objects.requireNonNull(first.other));
                manager.persist(first);
            });
            unit.run(manager -> {
                Single found = Objects.requireNonNull(manager.find(Single.class, 1));
                found.text = "changed";
                manager.flush();
                assertThat(unit.factory().getPersistenceUnitUtil().isLoaded(found, "other"))
                        .isFalse();
            });
        }
    }

    @Test
    void modeNoneAndOtherGroupsValidateNothing() {
        Single invalid = single(1);
        invalid.text = null;
        try (SpecUnit unit = SpecUnit.of(Map.of("jakarta.persistence.validation.mode", "none"), CLASSES)) {
            unit.run(manager -> manager.persist(invalid));
        }
        try (SpecUnit unit = SpecUnit.of(Map.of("jakarta.persistence.validation.group.pre-persist", ""), CLASSES)) {
            unit.run(manager -> manager.persist(invalid));
        }
    }

    @Test
    void removalIsValidatedOnlyWhereAGroupSaysSo() {
        try (SpecUnit unit = SpecUnit.of(
                Map.of(
                        "jakarta.persistence.validation.group.pre-persist",
                        "",
                        "jakarta.persistence.validation.group.pre-remove",
                        "jakarta.validation.groups.Default"),
                CLASSES)) {
            Single invalid = single(1);
            invalid.text = null;
            unit.run(manager -> manager.persist(invalid));
            EntityManager manager = unit.manager();
            Single found = Objects.requireNonNull(manager.find(Single.class, 1));
            assertThatThrownBy(() -> manager.remove(found)).isInstanceOf(ConstraintViolationException.class);
        }
    }

    @Test
    void theFactoryOfValidatorsIsClosedWithTheUnitUnlessItIsTheApplications(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("META-INF"));
        Files.writeString(
                folder.resolve("META-INF/validation.xml"),
                "<validation-config xmlns='https://jakarta.ee/xml/ns/validation/configuration' version='3.0'>"
                        + "<constraint-validator-factory>" + CountingValidators.class.getName()
                        + "</constraint-validator-factory></validation-config>");
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            CountingValidators.OPEN.set(0);
            try (SpecUnit unit = SpecUnit.of(CLASSES)) {
                unit.run(manager -> manager.persist(single(1)));
                assertThat(CountingValidators.OPEN).hasPositiveValue();
            }
            assertThat(CountingValidators.OPEN).hasValue(0);
            try (ValidatorFactory given = Validation.buildDefaultValidatorFactory()) {
                try (SpecUnit unit = SpecUnit.of(Map.of("jakarta.persistence.validation.factory", given), CLASSES)) {
                    unit.run(manager -> manager.persist(single(1)));
                }
                assertThat(CountingValidators.OPEN).hasPositiveValue();
            }
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Counts the validators that the factory of validators holds. */
    public static final class CountingValidators implements ConstraintValidatorFactory {

        static final AtomicInteger OPEN = new AtomicInteger();

        @Override
        public <T extends ConstraintValidator<?, ?>> T getInstance(Class<T> key) {
            OPEN.incrementAndGet();
            try {
                return key.getDeclaredConstructor().newInstance();
            } catch (ReflectiveOperationException impossible) {
                throw new LinkageError(impossible.getMessage(), impossible);
            }
        }

        @Override
        public void releaseInstance(ConstraintValidator<?, ?> instance) {
            OPEN.decrementAndGet();
        }
    }
}
