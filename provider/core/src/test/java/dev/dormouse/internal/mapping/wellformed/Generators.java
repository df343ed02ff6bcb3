package dev.dormouse.internal.mapping.wellformed;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.TableGenerator;

/** Generated ids. */
@SequenceGenerator(name = "unused")
public final class Generators {

    private Generators() {}

    /** All defaults. */
    @Entity
    public static class Auto {
        @Id
        @GeneratedValue
        long id;
    }

    /** A UUID. */
    @Entity
    public static class AutoText {
        @Id
        @GeneratedValue
        String id;
    }

    /** A named sequence, declared elsewhere. */
    @Entity
    @TableGenerator(
            name = "shared",
            table = "IDS",
            pkColumnName = "K",
            valueColumnName = "V",
            pkColumnValue = "s",
            initialValue = 9,
            allocationSize = 5)
    public static class Sequenced {
        @Id
        @SequenceGenerator(name = "seq", sequenceName = "SEQ_1", initialValue = 7, allocationSize = 3)
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "seq")
        int id;
    }

    /** AUTO takes the kind of the generator that it names. */
    @Entity
    public static class Tabled {
        @Id
        @GeneratedValue(generator = "shared")
        Long id;
    }

    /** A generator without a name has that of the entity. */
    @Entity
    @SequenceGenerator(allocationSize = 1)
    public static class Unnamed {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        long id;
    }

    /** No generator at all. */
    @Entity
    public static class Identity {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        short id;
    }

    /** The table that is implied. */
    @Entity
    public static class ImpliedTable {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE)
        long id;
    }
}
