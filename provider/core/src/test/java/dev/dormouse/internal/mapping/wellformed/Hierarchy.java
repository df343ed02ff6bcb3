package dev.dormouse.internal.mapping.wellformed;

import dev.dormouse.annotation.Storage;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.ExcludeSuperclassListeners;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.QueryHint;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A single-table hierarchy with mapped superclasses, listeners and callbacks. */
public final class Hierarchy {

    private Hierarchy() {}

    /** State and callbacks above the root. */
    @MappedSuperclass
    @EntityListeners(AuditListener.class)
    public abstract static class Audited {
        String author;

        @PrePersist
        void audit() {}

        @PostLoad
        void loadedAbove() {}
    }

    /** A listener with an inherited method. */
    public static class AuditListener extends BaseListener {
        @PrePersist
        void beforePersist(Object entity) {}
    }

    /** The superclass of a listener. */
    public static class BaseListener {
        @PrePersist
        void baseBeforePersist(Object entity) {}
    }

    /** A listener of one class. */
    public static class VehicleListener {
        @PrePersist
        @PreUpdate
        @SuppressWarnings("unused")
        private void check(Vehicle vehicle) {}
    }

    /** The abstract root. */
    @Entity
    @Table(name = "VEHICLES")
    @Cacheable
    @Storage(value = Storage.Codec.CBOR, compression = Storage.Compression.ZSTD)
    @DiscriminatorColumn(name = "KIND", discriminatorType = DiscriminatorType.CHAR, length = 1)
    @EntityListeners(VehicleListener.class)
    @AttributeOverride(name = "author", column = @Column(name = "AUTHOR"))
    public abstract static class Vehicle extends Audited {
        @Id
        long id;

        @Version
        int version;

        @PrePersist
        void persistVehicle() {}
    }

    /** Not an entity: its state is not persistent. */
    public abstract static class Motorized extends Vehicle {
        int horsepower;
    }

    /** A leaf. */
    @Entity
    @DiscriminatorValue("C")
    @NamedQuery(
            name = "Car.all",
            query = "FROM Car",
            lockMode = LockModeType.OPTIMISTIC,
            hints = @QueryHint(name = "h", value = "v"))
    public static class Car extends Motorized {
        @Column(nullable = false)
        String plate;

        @Override
        void loadedAbove() {}
    }

    /** A leaf that leaves the listeners above aside, with a default discriminator value. */
    @Entity
    @ExcludeSuperclassListeners
    @Cacheable(false)
    public static class Bike extends Vehicle {
        int gears;
    }
}
