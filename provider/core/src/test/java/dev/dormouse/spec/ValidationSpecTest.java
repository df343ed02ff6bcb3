package dev.dormouse.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.spec.graph.Single;
import jakarta.persistence.EntityManager;
import jakarta.persistence.RollbackException;
import jakarta.validation.ConstraintViolationException;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

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
}
