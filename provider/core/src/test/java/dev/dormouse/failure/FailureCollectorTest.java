package dev.dormouse.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.PersistenceException;
import org.junit.jupiter.api.Test;

class FailureCollectorTest {

    private static final Message PROBLEM = new Message(7, "Problem: '%s'. Rule. Remedy.");

    @Test
    void reportsFailuresAsTreeOfContexts() {
        FailureCollector unit = new FailureCollector("unit 'u'");
        unit.at("entity 'A'").at("attribute 'x'").add(PROBLEM, "x");
        unit.at("entity 'B'");
        unit.at("entity 'A'").add(PROBLEM, "A");
        unit.add(PROBLEM, "u");

        assertThat(unit.report())
                .isEqualTo(
                        """
                        unit 'u': 3 failures
                          DORM0007 Problem: 'u'. Rule. Remedy.
                          entity 'A'
                            DORM0007 Problem: 'A'. Rule. Remedy.
                            attribute 'x'
                              DORM0007 Problem: 'x'. Rule. Remedy.""");
        assertThat(unit.count()).isEqualTo(3);
        assertThatThrownBy(unit::throwIfAny)
                .isInstanceOf(PersistenceException.class)
                .hasMessage(unit.report());
    }

    @Test
    void countsTheSameFailureInOneContextOnce() {
        FailureCollector unit = new FailureCollector("unit");
        unit.add(PROBLEM, "x");
        unit.add(PROBLEM, "x");

        assertThat(unit.report()).startsWith("unit: 1 failure\n");
    }

    @Test
    void throwsNothingWithoutFailure() {
        FailureCollector unit = new FailureCollector("unit");
        unit.at("entity 'A'");

        unit.throwIfAny();

        assertThat(unit.count()).isZero();
        assertThat(unit.hasOwn()).isFalse();
        assertThatThrownBy(unit::exception).isInstanceOf(AssertionError.class);
    }
}
