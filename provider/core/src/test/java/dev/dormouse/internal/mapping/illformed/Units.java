package dev.dormouse.internal.mapping.illformed;

import dev.dormouse.annotation.StoreId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.OneToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;

/** Each breaks one rule between the classes of a unit; everything else about it is well formed. */
public final class Units {

    private Units() {}

    @Entity(name = "Same")
    public static class FirstOfName {
        @Id
        long id;
    }

    @Entity(name = "Same")
    public static class SecondOfName {
        @Id
        long id;
    }

    @Entity
    @NamedQuery(name = "all", query = "FROM QueryTwice")
    @NamedQuery(name = "all", query = "FROM QueryTwice q")
    public static class QueryTwice {
        @Id
        long id;
    }

    @Entity
    @SequenceGenerator(name = "ids")
    @TableGenerator(name = "ids")
    public static class GeneratorTwice {
        @Id
        long id;
    }

    @Entity
    @StoreId("5ea37a1e-5bd0-4df0-a4e0-6f0b4f0bb301")
    public static class FirstOfId {
        @Id
        long id;
    }

    @Entity
    @StoreId("5ea37a1e-5bd0-4df0-a4e0-6f0b4f0bb301")
    public static class SecondOfId {
        @Id
        long id;
    }

    @Entity
    @Table(name = "SHARED")
    @StoreId("5ea37a1e-5bd0-4df0-a4e0-6f0b4f0bb302")
    public static class OneIdOfTable {
        @Id
        long id;
    }

    @Entity
    @Table(name = "Shared")
    @StoreId("5ea37a1e-5bd0-4df0-a4e0-6f0b4f0bb303")
    public static class OtherIdOfTable {
        @Id
        long id;
    }

    @Entity
    public static class CycleOne {
        @Id
        @OneToOne
        CycleTwo two;
    }

    @Entity
    public static class CycleTwo {
        @Id
        @OneToOne
        CycleOne one;
    }
}
