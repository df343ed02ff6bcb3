package dev.dormouse.internal.mapping.illformed;

import dev.dormouse.annotation.IdArray;
import dev.dormouse.internal.mapping.illformed.Targets.CompositeTarget;
import dev.dormouse.internal.mapping.illformed.Targets.Target;
import jakarta.persistence.AssociationOverride;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import java.util.List;
import java.util.Set;

/** Each breaks one rule for associations; everything else about it is well formed. */
public final class Associations {

    private Associations() {}

    @Entity
    public static class NoEntityTarget {
        @Id
        long id;

        @OneToMany
        Set<String> names;
    }

    @Entity
    public static class BadMappedBy {
        @Id
        long id;

        @OneToMany(mappedBy = "holder")
        List<Target> targets;
    }

    @Entity
    public static class InverseWithColumn {
        @Id
        long id;

        @OneToMany(mappedBy = "parent")
        @JoinColumn(name = "P")
        List<InverseWithColumn> children;

        @ManyToOne
        InverseWithColumn parent;
    }

    @Entity
    public static class TwoMappings {
        @Id
        long id;

        @OneToMany
        @JoinTable(name = "J")
        @JoinColumn(name = "C")
        List<Target> targets;
    }

    @Entity
    public static class ToOneJoinTable {
        @Id
        long id;

        @ManyToOne
        @JoinTable(name = "J")
        Target target;
    }

    @Entity
    public static class BadIdArray {
        @Id
        long id;

        @IdArray
        @ManyToMany
        List<Target> targets;
    }

    @Entity
    public static class BadJoinColumns {
        @Id
        long id;

        @ManyToOne
        @JoinColumn(name = "O", referencedColumnName = "origin")
        CompositeTarget target;
    }

    @Entity
    public static class UnknownReferencedColumn {
        @Id
        long id;

        @ManyToOne
        @JoinColumn(name = "T", referencedColumnName = "code")
        Target target;
    }

    /** A superclass with an association to one. */
    @MappedSuperclass
    public static class Owned {
        @ManyToOne
        Target target;
    }

    @Entity
    @AssociationOverride(name = "target", joinTable = @JoinTable(name = "J"))
    public static class OverriddenJoinTable extends Owned {
        @Id
        long id;
    }

    @Entity
    public static class OneJoinTable {
        @Id
        long id;

        @ManyToMany
        List<Target> first;

        @OneToMany
        Set<Target> second;
    }

    /** A superclass whose join table is that of every entity below it. */
    @MappedSuperclass
    public static class WithJoinTable {
        @ManyToMany
        @JoinTable(name = "SHARED")
        List<Target> targets;
    }

    @Entity
    public static class FirstOfTable extends WithJoinTable {
        @Id
        long id;
    }

    @Entity
    public static class SecondOfTable extends WithJoinTable {
        @Id
        long id;
    }
}
