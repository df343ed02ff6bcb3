package dev.dormouse.spec.ch03;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.spec.SpecUnit;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.RollbackException;
import jakarta.persistence.TransactionRequiredException;
import jakarta.persistence.Version;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Section 3.5, optimistic locking and versions; the optimistic lock modes of section 3.5.4. */
final class OptimisticLockTest {

    @RegisterExtension
    final SpecUnit unit = SpecUnit.of(
            Item.class, Team.class, Player.class, ByInstant.class, ByDateTime.class, ByTimestamp.class, ByLong.class);

    @BeforeEach
    void oneItem() {
        unit.persist(new Item(1, "one"));
    }

    private int version() {
        return unit.call(manager -> manager.find(Item.class, 1).version);
    }

    private void changeElsewhere() {
        unit.run(other -> other.find(Item.class, 1).name = "elsewhere");
    }

    @Test
    void theVersionGrowsWithEveryUpdate() {
        int before = version();
        unit.run(manager -> manager.find(Item.class, 1).name = "two");

        assertThat(version()).isEqualTo(before + 1);
    }

    @Test
    void theVersionOfTheInstanceGrowsAtFlush() {
        unit.run(manager -> {
            Item item = manager.find(Item.class, 1);
            int before = item.version;
            item.name = "two";
            manager.flush();
            assertThat(item.version).isEqualTo(before + 1);
        });
    }

    @Test
    void theVersionStaysWithoutChange() {
        int before = version();
        unit.run(manager -> manager.find(Item.class, 1).name = "one");

        assertThat(version()).isEqualTo(before);
    }

    @Test
    void theSecondOfTwoUpdatesFails() {
        EntityManager slow = unit.manager();
        slow.getTransaction().begin();
        Item item = slow.find(Item.class, 1);
        item.name = "slow";
        changeElsewhere();

        assertThatExceptionOfType(RollbackException.class)
                .isThrownBy(() -> slow.getTransaction().commit())
                .withCauseInstanceOf(OptimisticLockException.class);
        unit.run(manager -> assertThat(manager.find(Item.class, 1).name).isEqualTo("elsewhere"));
    }

    @Test
    void theFailureNamesTheEntity() {
        EntityManager slow = unit.manager();
        slow.getTransaction().begin();
        Item item = slow.find(Item.class, 1);
        item.name = "slow";
        changeElsewhere();

        assertThatThrownBy(() -> slow.getTransaction().commit()).cause().hasMessageContaining("Item");
    }

    @Test
    void aFlushFindsAnOldVersion() {
        EntityManager slow = unit.manager();
        slow.getTransaction().begin();
        Item item = slow.find(Item.class, 1);
        changeElsewhere();
        item.name = "slow";

        assertThatExceptionOfType(OptimisticLockException.class).isThrownBy(slow::flush);
        assertThat(slow.getTransaction().getRollbackOnly()).isTrue();
        slow.getTransaction().rollback();
    }

    @Test
    void aRemovalOfAnOldVersionFails() {
        EntityManager slow = unit.manager();
        slow.getTransaction().begin();
        slow.remove(slow.find(Item.class, 1));
        changeElsewhere();

        assertThatExceptionOfType(RollbackException.class)
                .isThrownBy(() -> slow.getTransaction().commit())
                .withCauseInstanceOf(OptimisticLockException.class);
        unit.run(manager -> assertThat(manager.find(Item.class, 1)).isNotNull());
    }

    @Test
    void anUpdateOfARemovedEntityFails() {
        EntityManager slow = unit.manager();
        slow.getTransaction().begin();
        slow.find(Item.class, 1).name = "slow";
        unit.run(other -> other.remove(other.find(Item.class, 1)));

        assertThatExceptionOfType(RollbackException.class)
                .isThrownBy(() -> slow.getTransaction().commit())
                .withCauseInstanceOf(OptimisticLockException.class);
    }

    @Test
    void optimisticModeChecksWhatWasOnlyRead() {
        EntityManager reader = unit.manager();
        reader.getTransaction().begin();
        reader.find(Item.class, 1, LockModeType.OPTIMISTIC);
        changeElsewhere();

        assertThatExceptionOfType(RollbackException.class)
                .isThrownBy(() -> reader.getTransaction().commit())
                .withCauseInstanceOf(OptimisticLockException.class);
    }

    @Test
    void withoutALockAReadIsNotChecked() {
        int before = version();
        EntityManager reader = unit.manager();
        reader.getTransaction().begin();
        assertThat(reader.find(Item.class, 1)).isNotNull();
        changeElsewhere();
        reader.getTransaction().commit();

        assertThat(version()).isEqualTo(before + 1);
    }

    @Test
    void readIsOptimistic() {
        unit.run(manager -> {
            Item item = manager.find(Item.class, 1);
            manager.lock(item, LockModeType.READ);
            assertThat(manager.getLockMode(item)).isIn(LockModeType.READ, LockModeType.OPTIMISTIC);
        });
    }

    @Test
    void forceIncrementRaisesTheVersionWithoutAChange() {
        int before = version();
        unit.run(manager -> manager.lock(manager.find(Item.class, 1), LockModeType.OPTIMISTIC_FORCE_INCREMENT));

        assertThat(version()).isEqualTo(before + 1);
    }

    @Test
    void forceIncrementWithAChangeRaisesTheVersionOnce() {
        int before = version();
        unit.run(manager -> {
            Item item = manager.find(Item.class, 1);
            manager.lock(item, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
            item.name = "two";
        });

        assertThat(version()).isGreaterThan(before);
        unit.run(manager -> assertThat(manager.find(Item.class, 1).name).isEqualTo("two"));
    }

    @Test
    void writeIsForceIncrement() {
        int before = version();
        unit.run(manager ->
                assertThat(manager.find(Item.class, 1, LockModeType.WRITE)).isNotNull());

        assertThat(version()).isEqualTo(before + 1);
    }

    @Test
    void lockNeedsATransactionAndAManagedEntity() {
        EntityManager manager = unit.manager();
        Item item = manager.find(Item.class, 1);
        assertThatExceptionOfType(TransactionRequiredException.class)
                .isThrownBy(() -> manager.lock(item, LockModeType.OPTIMISTIC));
        assertThatExceptionOfType(TransactionRequiredException.class)
                .isThrownBy(() -> manager.find(Item.class, 1, LockModeType.OPTIMISTIC));
        assertThatExceptionOfType(TransactionRequiredException.class).isThrownBy(() -> manager.getLockMode(item));

        EntityManager other = unit.manager();
        other.getTransaction().begin();
        assertThatIllegalArgumentException().isThrownBy(() -> other.lock(item, LockModeType.OPTIMISTIC));
    }

    @Test
    void aQueryLocksItsResults() {
        int before = version();
        unit.run(manager -> assertThat(manager.createQuery("SELECT i FROM Item i", Item.class)
                        .setLockMode(LockModeType.OPTIMISTIC_FORCE_INCREMENT)
                        .getResultList())
                .hasSize(1));

        assertThat(version()).isEqualTo(before + 1);
    }

    @Test
    void refreshTakesALock() {
        int before = version();
        unit.run(manager -> {
            Item item = manager.find(Item.class, 1);
            manager.refresh(item, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
            assertThat(manager.getLockMode(item)).isEqualTo(LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        });

        assertThat(version()).isEqualTo(before + 1);
    }

    @Test
    void ownedCollectionsAreStateAndInverseOnesAreNot() {
        Team team = new Team();
        team.id = 1;
        unit.persist(team);
        int before = unit.call(manager -> manager.find(Team.class, 1).version);
        unit.run(manager -> {
            Player player = new Player();
            player.id = 1;
            player.team = manager.find(Team.class, 1);
            player.team.players.add(player);
            manager.persist(player);
        });
        int unchanged = unit.call(manager -> manager.find(Team.class, 1).version);
        assertThat(unchanged).isEqualTo(before);

        unit.run(manager -> manager.find(Team.class, 1).colours.add("red"));
        int changed = unit.call(manager -> manager.find(Team.class, 1).version);
        assertThat(changed).isEqualTo(before + 1);
    }

    @Test
    void versionsOfOtherTypes() {
        ByInstant instant = new ByInstant();
        ByDateTime dateTime = new ByDateTime();
        ByTimestamp timestamp = new ByTimestamp();
        ByLong number = new ByLong();
        unit.persist(instant, dateTime, timestamp, number);
        assertThat(instant.version).isNotNull();
        assertThat(dateTime.version).isNotNull();
        assertThat(timestamp.version).isNotNull();
        assertThat(number.version).isNotNull();

        unit.run(manager -> {
            manager.find(ByInstant.class, 1).text = "x";
            manager.find(ByDateTime.class, 1).text = "x";
            manager.find(ByTimestamp.class, 1).text = "x";
            manager.find(ByLong.class, 1).text = "x";
        });
        unit.run(manager -> {
            assertThat(manager.find(ByInstant.class, 1).version).isAfter(instant.version);
            assertThat(manager.find(ByDateTime.class, 1).version).isAfter(dateTime.version);
            assertThat(manager.find(ByTimestamp.class, 1).version).isAfter(timestamp.version);
            assertThat(manager.find(ByLong.class, 1).version).isEqualTo(number.version + 1);
        });
    }

    @Test
    void aStaleTimestampIsFoundOut() {
        unit.persist(new ByInstant());
        EntityManager slow = unit.manager();
        slow.getTransaction().begin();
        slow.find(ByInstant.class, 1).text = "slow";
        unit.run(manager -> manager.find(ByInstant.class, 1).text = "fast");

        assertThatExceptionOfType(RollbackException.class)
                .isThrownBy(() -> slow.getTransaction().commit())
                .withCauseInstanceOf(OptimisticLockException.class);
    }

    @Entity
    public static class Team {
        @Id
        int id;

        @Version
        int version;

        @OneToMany(mappedBy = "team")
        Set<Player> players = new HashSet<>();

        @ElementCollection
        Set<String> colours = new HashSet<>();
    }

    @Entity
    public static class Player {
        @Id
        int id;

        @ManyToOne
        Team team;
    }

    @Entity
    public static class ByInstant {
        @Id
        int id = 1;

        String text;

        @Version
        Instant version;
    }

    @Entity
    public static class ByDateTime {
        @Id
        int id = 1;

        String text;

        @Version
        LocalDateTime version;
    }

    @Entity
    public static class ByTimestamp {
        @Id
        int id = 1;

        String text;

        @Version
        Timestamp version;
    }

    @Entity
    public static class ByLong {
        @Id
        int id = 1;

        String text;

        @Version
        Long version;
    }
}
