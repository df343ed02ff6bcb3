package dev.dormouse.internal.mapping.illformed;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.OneToOne;
import jakarta.persistence.SequenceGenerator;
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
