package dev.dormouse.spec.extension;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.spec.SpecUnit;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a flush makes of assignments, whether the record is kept beside the instance or not. */
final class AssignmentTest {

    @RegisterExtension
    final SpecUnit unit = SpecUnit.of(Parcel.class);

    /** Needs no record where it is enhanced. */
    @Entity
    @NullUnmarked
    public static class Parcel {
        @Id
        long id;

        @Version
        int version;

        String town;

        @Column(name = "grams")
        int weight;

        @ManyToOne(fetch = FetchType.LAZY)
        Parcel with;

        Parcel() {}

        Parcel(long id, String town) {
            this.id = id;
            this.town = town;
        }

        String town() {
            return town;
        }
    }

    @BeforeEach
    void fill() {
        unit.run(manager -> {
            manager.persist(new Parcel(1, "Mainz"));
            manager.persist(new Parcel(2, "Rome"));
        });
    }

    private void expect(int version, String town, int weight) {
        unit.run(manager -> {
            Parcel parcel = manager.find(Parcel.class, 1L);
            assertThat(parcel.version).isEqualTo(version);
            assertThat(parcel.town).isEqualTo(town);
            assertThat(parcel.weight).isEqualTo(weight);
        });
    }

    @Test
    void whatIsSetBackIsNoChange() {
        unit.run(manager -> {
            Parcel parcel = manager.find(Parcel.class, 1L);
            parcel.town = "Bonn";
            parcel.town = null;
            parcel.weight = 7;
            parcel.town = "Mainz";
            parcel.weight = 0;
            parcel.with = manager.getReference(Parcel.class, 2L);
            parcel.with = null;
        });
        expect(0, "Mainz", 0);
    }

    @Test
    void aFlushIsWhatTheNextOneComparesWith() {
        unit.run(manager -> {
            Parcel parcel = manager.find(Parcel.class, 1L);
            parcel.town = "Bonn";
            manager.flush();
            manager.flush();
            assertThat(parcel.version).isEqualTo(1);
            parcel.town = "Mainz";
            manager.flush();
            assertThat(parcel.version).isEqualTo(2);
            parcel.weight = 3;
        });
        expect(3, "Mainz", 3);
    }

    @Test
    void whatARefreshReadIsWhatIsComparedWith() {
        unit.run(manager -> {
            Parcel parcel = manager.find(Parcel.class, 1L);
            parcel.town = "Bonn";
            manager.refresh(parcel);
            assertThat(parcel.town).isEqualTo("Mainz");
            parcel.weight = 1;
        });
        expect(1, "Mainz", 1);
    }

    @Test
    void aNewInstanceIsComparedWithWhatWasInserted() {
        unit.run(manager -> {
            Parcel parcel = new Parcel(3, "Kiel");
            manager.persist(parcel);
            manager.flush();
            parcel.town = "Ulm";
            parcel.town = "Kiel";
            manager.flush();
            assertThat(parcel.version).isZero();
            parcel.with = manager.getReference(Parcel.class, 2L);
        });
        unit.run(manager -> {
            Parcel parcel = manager.find(Parcel.class, 3L);
            assertThat(parcel.version).isEqualTo(1);
            assertThat(parcel.with.town()).isEqualTo("Rome");
            manager.find(Parcel.class, 2L).town = "Oslo";
            parcel.with = null;
        });
        unit.run(manager -> {
            assertThat(manager.find(Parcel.class, 2L).town).isEqualTo("Oslo");
            assertThat(manager.find(Parcel.class, 3L).with).isNull();
        });
    }

    @Test
    void aReadOutsideOfATransactionSeesTheNewestState() {
        try (EntityManager reader = unit.manager()) {
            assertThat(reader.find(Parcel.class, 1L).town).isEqualTo("Mainz");
            unit.run(manager -> manager.find(Parcel.class, 2L).town = "Oslo");
            assertThat(reader.find(Parcel.class, 2L).town).isEqualTo("Oslo");
            reader.clear();
            assertThat(reader.find(Parcel.class, 1L).town).isEqualTo("Mainz");
        }
    }
}
