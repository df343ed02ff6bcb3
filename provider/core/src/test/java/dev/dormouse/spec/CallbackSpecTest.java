package dev.dormouse.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.spec.versioned.AuditListener;
import dev.dormouse.spec.versioned.Audited;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Section 3.6: entity listeners and callback methods. */
class CallbackSpecTest {

    private final SpecUnit unit = SpecUnit.of(Audited.class);

    @BeforeEach
    void forget() {
        AuditListener.EVENTS.clear();
    }

    @AfterEach
    void close() {
        unit.close();
    }

    private static List<String> events() {
        List<String> events = List.copyOf(AuditListener.EVENTS);
        AuditListener.EVENTS.clear();
        return events;
    }

    private static Audited audited(EntityManager manager, Audited stored) {
        return Objects.requireNonNull(manager.find(Audited.class, stored.id));
    }

    @Test
    void callbacksAreCalledInTheOrderOfTheSpecification() {
        Audited a = new Audited("a");
        EntityManager manager = unit.manager();
        manager.getTransaction().begin();
        manager.persist(a);
        assertThat(events()).containsExactly("listener PrePersist a", "entity PrePersist a");
        manager.getTransaction().commit();
        assertThat(events()).containsExactly("listener PostPersist a", "entity PostPersist a");
        unit.run(other -> audited(other, a).text = "b");
        assertThat(events()).containsExactly("entity PostLoad a", "entity PreUpdate b", "entity PostUpdate b!");
        unit.run(other -> {
            Audited found = audited(other, a);
            assertThat(found.text).isEqualTo("b!");
            other.remove(found);
            assertThat(events()).containsExactly("entity PostLoad b!", "entity PreRemove b!");
        });
        assertThat(events()).containsExactly("entity PostRemove b!");
        assertThat(AuditListener.instances).isPositive();
    }

    @Test
    void callbacksAreCalledForWhatIsCascaded() {
        Audited a = new Audited("a");
        a.next = new Audited("b");
        unit.run(manager -> manager.persist(a));
        assertThat(events())
                .containsSubsequence("entity PrePersist a", "entity PrePersist b")
                .contains("entity PostPersist a", "entity PostPersist b");
        unit.run(manager -> manager.remove(audited(manager, a)));
        assertThat(events()).contains("entity PreRemove a", "entity PreRemove b", "entity PostRemove b");
    }

    @Test
    void whatIsEagerIsThereAtPostLoad() {
        Audited a = new Audited("a");
        a.next = new Audited("b");
        unit.run(manager -> manager.persist(a));
        events();
        unit.run(manager -> audited(manager, a));
        assertThat(events()).containsExactlyInAnyOrder("entity PostLoad before b a", "entity PostLoad b");
    }

    @Test
    void refreshCallsPostLoadAndMergeOfANewInstancePrePersistAfterTheCopy() {
        Audited a = new Audited("a");
        unit.run(manager -> manager.persist(a));
        events();
        unit.run(manager -> manager.refresh(audited(manager, a)));
        assertThat(events()).containsExactly("entity PostLoad a", "entity PostLoad a");
        unit.run(manager -> manager.merge(new Audited("m")));
        assertThat(events())
                .containsExactly(
                        "listener PrePersist m",
                        "entity PrePersist m",
                        "listener PostPersist m",
                        "entity PostPersist m");
    }

    @Test
    void aFailingCallbackMarksTheTransactionForRollback() {
        Audited a = new Audited("a");
        a.fails = true;
        EntityManager manager = unit.manager();
        manager.getTransaction().begin();
        assertThatThrownBy(() -> manager.persist(a))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("callback");
        assertThat(manager.getTransaction().getRollbackOnly()).isTrue();
        assertThat(manager.contains(a)).isFalse();
    }
}
