package dev.dormouse.internal.mapping.illformed;

import dev.dormouse.annotation.StoreId;
import dev.dormouse.internal.mapping.illformed.Targets.Base;
import dev.dormouse.internal.mapping.illformed.Targets.Named;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** Each breaks one rule for superclasses and tables; everything else about it is well formed. */
@SuppressWarnings("HidingField")
public final class Hierarchy {

    private Hierarchy() {}

    @Entity
    @DiscriminatorValue("X")
    public static class Animal {
        @Id
        long id;
    }

    @Entity
    @DiscriminatorValue("X")
    public static class Dog extends Animal {}

    @Entity
    @SecondaryTable(name = "MORE")
    public static class WithSecondaryTable {
        @Id
        long id;
    }

    @Entity
    public static class NamedTwice extends Named {
        @Id
        long id;

        String name;
    }

    @Entity
    @Table(name = "BELOW")
    public static class TableBelow extends Base {}

    @Entity
    @StoreId("5ea37a1e-5bd0-4df0-a4e0-6f0b4f0bb304")
    public static class IdOfTableBelow extends Base {}

    @Entity
    @StoreId("the first")
    public static class NoUuid {
        @Id
        long id;
    }

    @MappedSuperclass
    @StoreId("5ea37a1e-5bd0-4df0-a4e0-6f0b4f0bb305")
    public static class WithoutTable {
        @Id
        long id;
    }

    @Entity
    @Inheritance(strategy = InheritanceType.JOINED)
    public static class Joined {
        @Id
        long id;
    }

    @Entity
    @DiscriminatorColumn(discriminatorType = DiscriminatorType.INTEGER)
    @DiscriminatorValue("one")
    public static class WrongDiscriminator {
        @Id
        long id;
    }

    @Entity
    @DiscriminatorColumn(length = 4)
    @DiscriminatorValue("short enough?")
    public static class LongDiscriminator {
        @Id
        long id;
    }

    @Entity
    public static class IdBelow extends Base {
        @Id
        long other;
    }

    @Entity
    public static class VersionBelow extends Base {
        @Version
        int version;
    }
}
