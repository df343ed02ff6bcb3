package dev.dormouse.spec.ch03;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.spec.SpecUnit;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.EntityManager;
import jakarta.persistence.ExcludeDefaultListeners;
import jakarta.persistence.ExcludeSuperclassListeners;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PostRemove;
import jakarta.persistence.PostUpdate;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreRemove;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Section 3.6, entity listeners and callback methods. */
final class CallbackTest {

    static final List<String> LOG = new ArrayList<>();

    @RegisterExtension
    final SpecUnit unit = SpecUnit.of(
            Traced.class,
            Parent.class,
            Child.class,
            Lonely.class,
            Base.class,
            Stamped.class,
            Failing.class,
            Family.class);

    @BeforeEach
    void emptyLog() {
        LOG.clear();
    }

    @Test
    void persistCallbacks() {
        Traced entity = new Traced();
        EntityManager manager = unit.manager();
        manager.getTransaction().begin();
        manager.persist(entity);
        assertThat(LOG).contains("prePersist").doesNotContain("preUpdate");
        manager.flush();
        assertThat(LOG).containsExactly("prePersist", "postPersist");
        assertThat(entity.idAtPostPersist).isEqualTo(entity.id).isNotNull();
    }

    @Test
    void stateThatPrePersistSetsIsStored() {
        Traced entity = new Traced();
        unit.persist(entity);

        unit.run(manager ->
                assertThat(manager.find(Traced.class, entity.id).created).isEqualTo("by callback"));
    }

    @Test
    void loadCallbacksOfFindQueryAndRefresh() {
        Traced entity = new Traced();
        unit.persist(entity);
        LOG.clear();
        unit.run(manager -> {
            Traced found = manager.find(Traced.class, entity.id);
            assertThat(LOG).containsExactly("postLoad");
            assertThat(found.loaded).isEqualTo("by callback");
            manager.find(Traced.class, entity.id);
            assertThat(LOG).containsExactly("postLoad");
            manager.refresh(found);
            assertThat(LOG).containsExactly("postLoad", "postLoad");
        });
        LOG.clear();
        unit.run(manager ->
                manager.createQuery("SELECT t FROM Traced t", Traced.class).getResultList());
        assertThat(LOG).containsExactly("postLoad");
    }

    @Test
    void updateCallbacks() {
        Traced entity = new Traced();
        unit.persist(entity);
        unit.run(manager -> {
            Traced found = manager.find(Traced.class, entity.id);
            found.text = "changed";
            LOG.clear();
            manager.flush();
            assertThat(LOG).containsExactly("preUpdate", "postUpdate");
        });
        unit.run(manager ->
                assertThat(manager.find(Traced.class, entity.id).updated).isEqualTo("by callback"));
    }

    @Test
    void withoutAChangeThereIsNoUpdateCallback() {
        Traced entity = new Traced();
        unit.persist(entity);
        unit.run(manager -> manager.find(Traced.class, entity.id));

        assertThat(LOG).containsExactly("prePersist", "postPersist", "postLoad");
    }

    @Test
    void removeCallbacks() {
        Traced entity = new Traced();
        unit.persist(entity);
        unit.run(manager -> {
            Traced found = manager.find(Traced.class, entity.id);
            LOG.clear();
            manager.remove(found);
            assertThat(LOG).containsExactly("preRemove");
            manager.flush();
            assertThat(LOG).containsExactly("preRemove", "postRemove");
        });
    }

    @Test
    void mergeOfANewEntityPersistsACopy() {
        unit.run(manager -> manager.merge(new Traced()));

        assertThat(LOG).containsExactly("prePersist", "postPersist");
    }

    @Test
    void callbacksOfCascadedOperations() {
        Family family = new Family();
        family.members.add(new Traced());
        family.members.add(new Traced());
        unit.run(manager -> {
            manager.persist(family);
            assertThat(LOG).containsExactly("prePersist", "prePersist");
        });
        LOG.clear();
        unit.run(manager -> manager.remove(manager.find(Family.class, 1)));
        assertThat(LOG)
                .filteredOn(event -> event.endsWith("Remove"))
                .containsExactlyInAnyOrder("preRemove", "preRemove", "postRemove", "postRemove");
    }

    @Test
    void bulkStatementsCallNothing() {
        unit.persist(new Traced());
        LOG.clear();
        unit.run(manager -> {
            assertThat(manager.createQuery("UPDATE Traced t SET t.text = 'x'").executeUpdate())
                    .isEqualTo(1);
            assertThat(manager.createQuery("DELETE FROM Traced t").executeUpdate())
                    .isEqualTo(1);
        });

        assertThat(LOG).isEmpty();
    }

    @Test
    void listenersComeFirstSuperclassesBeforeSubclasses() {
        unit.persist(new Child());

        assertThat(LOG)
                .containsExactly(
                        "parent listener 1 Child",
                        "parent listener 2 Child",
                        "child listener Child",
                        "parent method",
                        "child method");
    }

    @Test
    void superclassListenersAreExcluded() {
        unit.persist(new Lonely());

        assertThat(LOG).containsExactly("parent method");
    }

    @Test
    void anOverriddenCallbackIsCalledOnce() {
        unit.persist(new Stamped());

        assertThat(LOG).containsExactly("overridden");
    }

    @Test
    void anExceptionOfACallbackRollsBack() {
        EntityManager manager = unit.manager();
        manager.getTransaction().begin();

        assertThatThrownBy(() -> {
                    manager.persist(new Failing());
                    manager.getTransaction().commit();
                })
                .hasStackTraceContaining("refused by callback");
        if (manager.getTransaction().isActive()) {
            assertThat(manager.getTransaction().getRollbackOnly()).isTrue();
            manager.getTransaction().rollback();
        }
        unit.run(reader -> assertThat(reader.find(Failing.class, 1)).isNull());
    }

    @Entity
    public static class Traced {
        @Id
        @GeneratedValue
        Long id;

        String text;
        String created;
        String updated;

        @Version
        int version;

        @Transient
        String loaded;

        @Transient
        Long idAtPostPersist;

        @PrePersist
        void prePersist() {
            LOG.add("prePersist");
            created = "by callback";
        }

        @PostPersist
        private void postPersist() {
            LOG.add("postPersist");
            idAtPostPersist = id;
        }

        @PreUpdate
        protected void preUpdate() {
            LOG.add("preUpdate");
            updated = "by callback";
        }

        @PostUpdate
        public void postUpdate() {
            LOG.add("postUpdate");
        }

        @PreRemove
        void preRemove() {
            LOG.add("preRemove");
        }

        @PostRemove
        void postRemove() {
            LOG.add("postRemove");
        }

        @PostLoad
        void postLoad() {
            LOG.add("postLoad");
            loaded = "by callback";
        }
    }

    @Entity
    public static class Family {
        @Id
        int id = 1;

        @OneToMany(cascade = CascadeType.ALL)
        List<Traced> members = new ArrayList<>();
    }

    public static class FirstListener {
        @PrePersist
        public void before(Object entity) {
            LOG.add("parent listener 1 " + entity.getClass().getSimpleName());
        }
    }

    public static class SecondListener {
        @PrePersist
        void before(Parent entity) {
            LOG.add("parent listener 2 " + entity.getClass().getSimpleName());
        }
    }

    public static class ChildListener {
        @PrePersist
        void before(Child entity) {
            LOG.add("child listener " + entity.getClass().getSimpleName());
        }
    }

    @Entity
    @EntityListeners({FirstListener.class, SecondListener.class})
    public static class Parent {
        @Id
        int id;

        @PrePersist
        void parentMethod() {
            LOG.add("parent method");
        }
    }

    @Entity
    @EntityListeners(ChildListener.class)
    public static class Child extends Parent {
        @PrePersist
        void childMethod() {
            LOG.add("child method");
        }
    }

    @Entity
    @ExcludeSuperclassListeners
    @ExcludeDefaultListeners
    public static class Lonely extends Parent {
        String text;
    }

    @MappedSuperclass
    public static class Base {
        @Id
        int id;

        @PrePersist
        public void stamp() {
            LOG.add("base");
        }
    }

    @Entity
    public static class Stamped extends Base {
        @Override
        @PrePersist
        public void stamp() {
            LOG.add("overridden");
        }
    }

    @Entity
    public static class Failing {
        @Id
        int id = 1;

        @PrePersist
        void refuse() {
            throw new IllegalStateException("refused by callback");
        }
    }
}
