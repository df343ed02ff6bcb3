package dev.dormouse.examples.associations;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A restaurant has one owner, and the owner knows it: the reference is kept once, on the owning side. */
final class OneToOneSection {

    private OneToOneSection() {}

    /** Who owns a restaurant. */
    @Entity(name = "Owner")
    @Table(name = "owner")
    static class Owner {
        @Id
        String id = "";

        String name = "";

        @OneToOne(mappedBy = "owner")
        @Nullable
        Restaurant restaurant;

        Owner() {}

        Owner(String id, String name) {
            this.id = id;
            this.name = name;
        }
    }

    /** What is owned. */
    @Entity(name = "Restaurant")
    @Table(name = "restaurant")
    static class Restaurant {
        @Id
        String id = "";

        String name = "";

        @OneToOne
        @JoinColumn(name = "owner")
        @Nullable
        Owner owner;

        Restaurant() {}

        Restaurant(String id, String name, Owner owner) {
            this.id = id;
            this.name = name;
            this.owner = owner;
            owner.restaurant = this;
        }
    }

    static Section get() {
        Owner siamese = new Owner("o-1", "siamese");
        return new Section(
                "one to one, both ways",
                List.of(Owner.class, Restaurant.class),
                """
                @OneToOne
                @JoinColumn(name = "owner")
                Owner owner;

                @OneToOne(mappedBy = "owner")
                Restaurant restaurant;
                """,
                List.of("owner", "restaurant"),
                List.of(siamese, new Restaurant("rest-1", "green curry", siamese)),
                "select o.restaurant.name from Owner o where o.name = 'siamese'");
    }
}
