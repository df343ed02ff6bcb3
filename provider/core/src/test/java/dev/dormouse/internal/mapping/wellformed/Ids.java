package dev.dormouse.internal.mapping.wellformed;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import java.io.Serializable;

/** Identities of all kinds, the derived ones after the examples of section 2.4.1.3. */
public final class Ids {

    private Ids() {}

    /** A simple, generated id in a generic superclass. */
    @MappedSuperclass
    @SuppressWarnings("NotNullFieldNotInitialized")
    public abstract static class Identified<T extends Serializable> {
        @Id
        @GeneratedValue
        T id;
    }

    /** The parent of the derived ids. */
    @Entity
    public static class Employee extends Identified<Long> {
        String name;
    }

    /** Example 1 (a): an id class with the parent's simple id. */
    @Entity
    @IdClass(DependentId.class)
    public static class Dependent {
        @Id
        String name;

        @Id
        @ManyToOne
        @JoinColumn(name = "EMP")
        Employee employee;
    }

    /** The id class of a dependent. */
    public record DependentId(String name, Long employee) {}

    /** Example 1 (b): an embedded id, of which the association determines a part. */
    @Entity
    public static class MappedDependent {
        @EmbeddedId
        MappedDependentId id;

        @MapsId("employee")
        @ManyToOne
        Employee boss;
    }

    /** The embedded id of a mapped dependent. */
    @Embeddable
    public static class MappedDependentId {
        String name;
        Long employee;
    }

    /** Example 2: the parent has an id class, the dependent's id class nests it. */
    @Entity
    @IdClass(GrandchildId.class)
    public static class Grandchild {
        @Id
        @ManyToOne
        Dependent dependent;

        @Id
        int number;
    }

    /** The id class of a grandchild. */
    public static class GrandchildId {
        int number;
        DependentId dependent;
    }

    /** Example 4 (a): the id is the association. */
    @Entity
    public static class Badge {
        @Id
        @OneToOne
        Employee employee;
    }

    /** Example 4 (b): the association determines a simple id. */
    @Entity
    public static class Desk {
        @Id
        Long number;

        @MapsId
        @OneToOne
        @JoinColumn(name = "EMPLOYEE")
        Employee employee;
    }

    /** Example 5 (a): the id class is that of the parent. */
    @Entity
    @IdClass(DependentId.class)
    public static class History {
        @Id
        @OneToOne
        Dependent patient;
    }

    /** Example 6 (b): the association determines the whole embedded id. */
    @Entity
    public static class Twin {
        @EmbeddedId
        MappedDependentId id;

        @MapsId
        @OneToOne
        MappedDependent other;
    }
}
