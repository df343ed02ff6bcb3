package dev.dormouse.spec.graph;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import org.jspecify.annotations.Nullable;

/** Entities with every kind of id. */
public final class Keys {

    private Keys() {}

    /** An id of two parts. */
    @Embeddable
    public record Place(String country, int number) {}

    /** An entity with an embedded id. */
    @Entity(name = "House")
    public static class House {
        @EmbeddedId
        public @Nullable Place place;

        public @Nullable String name;
    }

    /** The id class of a flat. */
    public record FlatId(Place house, int door) {}

    /** An entity whose id contains that of another one. */
    @Entity(name = "Flat")
    @IdClass(FlatId.class)
    public static class Flat {
        @Id
        @ManyToOne(cascade = CascadeType.PERSIST)
        public @Nullable House house;

        @Id
        public int door;

        public @Nullable String owner;
    }

    /** An entity with a generated id. */
    @Entity(name = "Person")
    public static class Person {
        @Id
        @GeneratedValue
        public @Nullable Long id;
    }

    /** An entity that shares the id of another one. */
    @Entity(name = "Passport")
    public static class Passport {
        @Id
        public @Nullable Long id;

        @MapsId
        @OneToOne(cascade = CascadeType.PERSIST)
        public @Nullable Person person;
    }

    /** As a passport, without cascade. */
    @Entity(name = "Badge")
    public static class Badge {
        @Id
        public @Nullable Long id;

        @MapsId
        @OneToOne
        public @Nullable Person person;
    }
}
