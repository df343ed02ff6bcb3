package dev.dormouse.spec.ch03;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.spec.SpecUnit;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.RollbackException;
import jakarta.persistence.TransactionRequiredException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Section 3.3, the life cycle of an entity instance: new, managed, detached, removed. */
final class LifeCycleTest {

    @RegisterExtension
    final SpecUnit unit = SpecUnit.of(Item.class);

    @Test
    void persistMakesANewEntityManagedAndPersistent() {
        Item item = new Item(1, "one");
        unit.run(manager -> {
            assertThat(manager.contains(item)).isFalse();
            manager.persist(item);
            assertThat(manager.contains(item)).isTrue();
            assertThat(manager.find(Item.class, 1)).isSameAs(item);
        });
        unit.run(manager -> assertThat(manager.find(Item.class, 1).name).isEqualTo("one"));
    }

    @Test
    void changesBetweenPersistAndCommitAreWritten() {
        unit.run(manager -> {
            Item item = new Item(1, "one");
            manager.persist(item);
            item.name = "two";
        });
        unit.run(manager -> assertThat(manager.find(Item.class, 1).name).isEqualTo("two"));
    }

    @Test
    void changesAfterAFlushAreWritten() {
        unit.run(manager -> {
            Item item = new Item(1, "one");
            manager.persist(item);
            manager.flush();
            item.name = "two";
        });
        unit.run(manager -> assertThat(manager.find(Item.class, 1).name).isEqualTo("two"));
    }

    @Test
    void persistOfAManagedEntityIsIgnored() {
        unit.persist(new Item(1, "one"));
        unit.run(manager -> {
            Item found = manager.find(Item.class, 1);
            manager.persist(found);
            found.name = "two";
        });
        unit.run(manager -> assertThat(manager.find(Item.class, 1).name).isEqualTo("two"));
    }

    @Test
    void persistOfARemovedEntityMakesItManagedAgain() {
        unit.persist(new Item(1, "one"));
        unit.run(manager -> {
            Item found = manager.find(Item.class, 1);
            manager.remove(found);
            assertThat(manager.contains(found)).isFalse();
            manager.persist(found);
            assertThat(manager.contains(found)).isTrue();
            found.name = "two";
        });
        unit.run(manager -> assertThat(manager.find(Item.class, 1).name).isEqualTo("two"));
    }

    @Test
    void persistOfARemovedAndFlushedEntityStoresItAgain() {
        unit.persist(new Item(1, "one"));
        unit.run(manager -> {
            Item found = manager.find(Item.class, 1);
            manager.remove(found);
            manager.flush();
            manager.persist(found);
        });
        unit.run(manager -> assertThat(manager.find(Item.class, 1)).isNotNull());
    }

    @Test
    void persistOfADetachedEntityFails() {
        unit.persist(new Item(1, "one"));
        Item detached = unit.call(manager -> manager.find(Item.class, 1));

        assertThatExceptionOfType(PersistenceException.class)
                .isThrownBy(() -> unit.run(manager -> manager.persist(detached)));
        unit.run(manager -> assertThat(manager.find(Item.class, 1).name).isEqualTo("one"));
    }

    @Test
    void persistOfAnotherInstanceWithTheSameKeyFails() {
        EntityManager manager = unit.manager();
        manager.getTransaction().begin();
        manager.persist(new Item(1, "one"));

        assertThatThrownBy(() -> {
                    manager.persist(new Item(1, "again"));
                    manager.getTransaction().commit();
                })
                .isInstanceOf(PersistenceException.class);
    }

    @Test
    void removeOfAManagedEntity() {
        unit.persist(new Item(1, "one"));
        unit.run(manager -> {
            Item found = manager.find(Item.class, 1);
            manager.remove(found);
            assertThat(manager.contains(found)).isFalse();
            assertThat(manager.find(Item.class, 1)).isNull();
            assertThat(found.name).isEqualTo("one");
        });
        unit.run(manager -> assertThat(manager.find(Item.class, 1)).isNull());
    }

    @Test
    void removeOfANewEntityIsIgnored() {
        unit.run(manager -> {
            Item item = new Item(1, "one");
            manager.remove(item);
            assertThat(manager.contains(item)).isFalse();
        });
        unit.run(manager -> assertThat(manager.find(Item.class, 1)).isNull());
    }

    @Test
    void removeOfARemovedEntityIsIgnored() {
        unit.persist(new Item(1, "one"));
        unit.run(manager -> {
            Item found = manager.find(Item.class, 1);
            manager.remove(found);
            manager.remove(found);
            manager.flush();
            manager.remove(found);
        });
        unit.run(manager -> assertThat(manager.find(Item.class, 1)).isNull());
    }

    @Test
    void removeOfADetachedEntityFails() {
        unit.persist(new Item(1, "one"));
        Item detached = unit.call(manager -> manager.find(Item.class, 1));

        unit.read(manager -> assertThatIllegalArgumentException().isThrownBy(() -> manager.remove(detached)));
        unit.run(manager -> assertThat(manager.find(Item.class, 1)).isNotNull());
    }

    @Test
    void removeOfAPersistedEntityBeforeFlushStoresNothing() {
        unit.run(manager -> {
            Item item = new Item(1, "one");
            manager.persist(item);
            manager.remove(item);
        });
        unit.run(manager -> assertThat(manager.find(Item.class, 1)).isNull());
    }

    @Test
    void aKeyIsUsedAgainAfterRemoveAndFlush() {
        unit.persist(new Item(1, "one"));
        unit.run(manager -> {
            manager.remove(manager.find(Item.class, 1));
            manager.flush();
            manager.persist(new Item(1, "new"));
        });
        unit.run(manager -> assertThat(manager.find(Item.class, 1).name).isEqualTo("new"));
    }

    @Test
    void refreshOverwritesChanges() {
        unit.persist(new Item(1, "one"));
        unit.run(manager -> {
            Item found = manager.find(Item.class, 1);
            found.name = "changed";
            manager.refresh(found);
            assertThat(found.name).isEqualTo("one");
        });
        unit.run(manager -> assertThat(manager.find(Item.class, 1).name).isEqualTo("one"));
    }

    @Test
    void refreshSeesWhatOthersCommitted() {
        unit.persist(new Item(1, "one"));
        EntityManager reader = unit.manager();
        Item found = reader.find(Item.class, 1);
        unit.run(manager -> manager.find(Item.class, 1).name = "two");

        assertThat(found.name).isEqualTo("one");
        reader.refresh(found);
        assertThat(found.name).isEqualTo("two");
    }

    @Test
    void refreshOfNewDetachedAndRemovedFails() {
        unit.persist(new Item(1, "one"));
        Item detached = unit.call(manager -> manager.find(Item.class, 1));

        unit.read(manager -> {
            assertThatIllegalArgumentException().isThrownBy(() -> manager.refresh(new Item(2, "two")));
            assertThatIllegalArgumentException().isThrownBy(() -> manager.refresh(detached));
        });
        unit.read(manager -> {
            Item found = manager.find(Item.class, 1);
            manager.remove(found);
            assertThatIllegalArgumentException().isThrownBy(() -> manager.refresh(found));
        });
    }

    @Test
    void refreshOfAnEntityThatIsGoneFails() {
        unit.persist(new Item(1, "one"));
        EntityManager reader = unit.manager();
        Item found = reader.find(Item.class, 1);
        unit.run(manager -> manager.remove(manager.find(Item.class, 1)));

        assertThatExceptionOfType(EntityNotFoundException.class).isThrownBy(() -> reader.refresh(found));
    }

    @Test
    void detachEndsManagement() {
        unit.persist(new Item(1, "one"));
        unit.run(manager -> {
            Item found = manager.find(Item.class, 1);
            manager.detach(found);
            assertThat(manager.contains(found)).isFalse();
            found.name = "lost";
            assertThat(manager.find(Item.class, 1)).isNotSameAs(found);
        });
        unit.run(manager -> assertThat(manager.find(Item.class, 1).name).isEqualTo("one"));
    }

    @Test
    void detachAfterRemoveKeepsTheEntity() {
        unit.persist(new Item(1, "one"));
        unit.run(manager -> {
            Item found = manager.find(Item.class, 1);
            manager.remove(found);
            manager.detach(found);
        });
        unit.run(manager -> assertThat(manager.find(Item.class, 1)).isNotNull());
    }

    @Test
    void detachOfANewEntityIsIgnored() {
        unit.run(manager -> {
            Item item = new Item(1, "one");
            manager.detach(item);
            manager.persist(item);
        });
        unit.run(manager -> assertThat(manager.find(Item.class, 1)).isNotNull());
    }

    @Test
    void clearDetachesAllAndLosesWhatWasNotFlushed() {
        unit.persist(new Item(1, "one"));
        unit.run(manager -> {
            Item first = manager.find(Item.class, 1);
            first.name = "flushed";
            manager.flush();
            first.name = "lost";
            Item second = new Item(2, "lost");
            manager.persist(second);
            manager.clear();
            assertThat(manager.contains(first)).isFalse();
            assertThat(manager.contains(second)).isFalse();
        });
        unit.run(manager -> {
            assertThat(manager.find(Item.class, 1).name).isEqualTo("flushed");
            assertThat(manager.find(Item.class, 2)).isNull();
        });
    }

    @Test
    void closeDetachesAll() {
        unit.persist(new Item(1, "one"));
        EntityManager first = unit.manager();
        Item found = first.find(Item.class, 1);
        first.close();
        found.name = "changed";

        unit.run(manager -> assertThat(manager.find(Item.class, 1).name).isEqualTo("one"));
    }

    @Test
    void rollbackDetachesAndKeepsTheStateOfInstances() {
        unit.persist(new Item(1, "one"));
        EntityManager manager = unit.manager();
        manager.getTransaction().begin();
        Item found = manager.find(Item.class, 1);
        found.name = "changed";
        manager.flush();
        manager.getTransaction().rollback();

        assertThat(manager.contains(found)).isFalse();
        assertThat(found.name).isEqualTo("changed");
        assertThat(manager.find(Item.class, 1).name).isEqualTo("one");
    }

    @Test
    void rollbackTakesInsertsAndRemovalsBack() {
        unit.persist(new Item(1, "one"));
        EntityManager manager = unit.manager();
        manager.getTransaction().begin();
        manager.persist(new Item(2, "two"));
        manager.remove(manager.find(Item.class, 1));
        manager.flush();
        manager.getTransaction().rollback();

        unit.run(reader -> {
            assertThat(reader.find(Item.class, 1)).isNotNull();
            assertThat(reader.find(Item.class, 2)).isNull();
        });
    }

    @Test
    void commitKeepsAnExtendedContextManaged() {
        EntityManager manager = unit.manager();
        manager.getTransaction().begin();
        Item item = new Item(1, "one");
        manager.persist(item);
        manager.getTransaction().commit();
        assertThat(manager.contains(item)).isTrue();

        item.name = "between";
        manager.getTransaction().begin();
        manager.getTransaction().commit();

        unit.run(reader -> assertThat(reader.find(Item.class, 1).name).isEqualTo("between"));
    }

    @Test
    void persistAndRemoveBeforeATransactionAreCommittedByTheNext() {
        unit.persist(new Item(1, "one"));
        EntityManager manager = unit.manager();
        manager.persist(new Item(2, "two"));
        manager.remove(manager.find(Item.class, 1));
        unit.run(reader -> assertThat(reader.find(Item.class, 2)).isNull());

        manager.getTransaction().begin();
        manager.getTransaction().commit();

        unit.run(reader -> {
            assertThat(reader.find(Item.class, 1)).isNull();
            assertThat(reader.find(Item.class, 2)).isNotNull();
        });
    }

    @Test
    void flushOutsideOfATransactionFails() {
        EntityManager manager = unit.manager();
        manager.persist(new Item(1, "one"));

        assertThatExceptionOfType(TransactionRequiredException.class).isThrownBy(manager::flush);
    }

    @Test
    void uncommittedChangesAreSeenByNobodyElse() {
        EntityManager writer = unit.manager();
        writer.getTransaction().begin();
        writer.persist(new Item(1, "one"));
        writer.flush();
        EntityManager reader = unit.manager();

        assertThat(reader.find(Item.class, 1)).isNull();
        writer.getTransaction().commit();
        assertThat(reader.find(Item.class, 1)).isNotNull();
    }

    @Test
    void aKeyThatIsStoredAlreadyFailsAtFlushOrCommit() {
        unit.persist(new Item(1, "one"));
        EntityManager manager = unit.manager();
        manager.getTransaction().begin();

        assertThatThrownBy(() -> {
                    manager.persist(new Item(1, "again"));
                    manager.getTransaction().commit();
                })
                .isInstanceOf(PersistenceException.class);
        assertThat(manager.getTransaction().isActive()).isFalse();
        unit.run(reader -> assertThat(reader.find(Item.class, 1).name).isEqualTo("one"));
    }

    @Test
    void aTransactionMarkedForRollbackOnlyIsNotCommitted() {
        EntityManager manager = unit.manager();
        manager.getTransaction().begin();
        manager.persist(new Item(1, "one"));
        manager.getTransaction().setRollbackOnly();

        assertThatExceptionOfType(RollbackException.class)
                .isThrownBy(() -> manager.getTransaction().commit());
        unit.run(reader -> assertThat(reader.find(Item.class, 1)).isNull());
    }

    @Test
    void objectsThatAreNoEntitiesAreRefused() {
        unit.read(manager -> {
            assertThatIllegalArgumentException().isThrownBy(() -> manager.persist("text"));
            assertThatIllegalArgumentException().isThrownBy(() -> manager.merge("text"));
            assertThatIllegalArgumentException().isThrownBy(() -> manager.remove("text"));
            assertThatIllegalArgumentException().isThrownBy(() -> manager.refresh("text"));
            assertThatIllegalArgumentException().isThrownBy(() -> manager.detach("text"));
            assertThatIllegalArgumentException().isThrownBy(() -> manager.contains("text"));
            assertThatIllegalArgumentException().isThrownBy(() -> manager.persist(null));
        });
    }
}
