package dev.dormouse.spec.ch03;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.spec.SpecUnit;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.PersistenceUnitUtil;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Section 3.2, find and getReference. */
final class FindTest {

    @RegisterExtension
    final SpecUnit unit = SpecUnit.of(Item.class);

    @BeforeEach
    void items() {
        unit.persist(new Item(1, "one"), new Item(2, "two"));
    }

    @Test
    void oneKeyIsOneInstanceInAContext() {
        unit.run(manager -> {
            Item found = manager.find(Item.class, 1);
            assertThat(manager.find(Item.class, 1)).isSameAs(found);
            assertThat(manager.getReference(Item.class, 1)).isSameAs(found);
            assertThat(manager.createQuery("SELECT i FROM Item i WHERE i.id = 1", Item.class)
                            .getSingleResult())
                    .isSameAs(found);
        });
    }

    @Test
    void twoContextsHaveTwoInstances() {
        EntityManager first = unit.manager();
        EntityManager second = unit.manager();

        assertThat(first.find(Item.class, 1)).isNotSameAs(second.find(Item.class, 1));
    }

    @Test
    void findWithProperties() {
        unit.run(manager -> assertThat(manager.find(Item.class, 1, Map.of("vendor.unknown", "ignored")).name)
                .isEqualTo("one"));
    }

    @Test
    void findRefusesNullWrongTypesAndOtherClasses() {
        unit.read(manager -> {
            assertThatIllegalArgumentException().isThrownBy(() -> manager.find(Item.class, null));
            assertThatIllegalArgumentException().isThrownBy(() -> manager.find(Item.class, "one"));
            assertThatIllegalArgumentException().isThrownBy(() -> manager.find(String.class, 1));
        });
    }

    @Test
    void aReferenceLoadsItsStateLater() {
        PersistenceUnitUtil util = unit.factory().getPersistenceUnitUtil();
        unit.run(manager -> {
            Item reference = manager.getReference(Item.class, 1);
            assertThat(manager.contains(reference)).isTrue();
            assertThat(util.getIdentifier(reference)).isEqualTo(1);
            assertThat(reference.getName()).isEqualTo("one");
            assertThat(util.isLoaded(reference)).isTrue();
            assertThat(manager.find(Item.class, 1).getName()).isEqualTo("one");
        });
    }

    @Test
    void aReferenceToNothingFailsWhenItIsUsed() {
        unit.run(manager -> assertThatExceptionOfType(EntityNotFoundException.class)
                .isThrownBy(() -> manager.getReference(Item.class, 9).getName()));
    }

    @Test
    void aReferenceRefusesNullWrongTypesAndOtherClasses() {
        unit.read(manager -> {
            assertThatIllegalArgumentException().isThrownBy(() -> manager.getReference(Item.class, null));
            assertThatIllegalArgumentException().isThrownBy(() -> manager.getReference(Item.class, "one"));
            assertThatIllegalArgumentException().isThrownBy(() -> manager.getReference(String.class, 1));
        });
    }

    @Test
    void aReferenceOfADetachedEntityIsManaged() {
        Item detached = unit.call(manager -> manager.find(Item.class, 2));
        unit.run(manager -> {
            Item reference = manager.getReference(detached);
            assertThat(manager.contains(reference)).isTrue();
            assertThat(reference.getName()).isEqualTo("two");
        });
    }

    @Test
    void aReferenceIsRemoved() {
        unit.run(manager -> manager.remove(manager.getReference(Item.class, 1)));
        unit.run(manager -> {
            assertThat(manager.find(Item.class, 1)).isNull();
            assertThat(manager.find(Item.class, 2)).isNotNull();
        });
    }

    @Test
    void aReferenceIsChanged() {
        unit.run(manager -> manager.getReference(Item.class, 1).setName("changed"));
        unit.run(manager -> assertThat(manager.find(Item.class, 1).name).isEqualTo("changed"));
    }

    @Test
    void aReferenceWithoutItsContextDoesNotLoad() {
        EntityManager manager = unit.manager();
        Item reference = manager.getReference(Item.class, 1);
        boolean loaded = unit.factory().getPersistenceUnitUtil().isLoaded(reference);
        manager.close();

        if (loaded) {
            assertThat(reference.getName()).isEqualTo("one");
        } else {
            assertThatThrownBy(reference::getName).isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void findOfARemovedEntityIsNull() {
        unit.run(manager -> {
            manager.remove(manager.find(Item.class, 1));
            assertThat(manager.find(Item.class, 1)).isNull();
            manager.flush();
            assertThat(manager.find(Item.class, 1)).isNull();
        });
    }

    @Test
    void findNeedsNoTransaction() {
        EntityManager manager = unit.manager();
        Item found = manager.find(Item.class, 1);

        assertThat(found.name).isEqualTo("one");
        assertThat(manager.contains(found)).isTrue();
    }
}
