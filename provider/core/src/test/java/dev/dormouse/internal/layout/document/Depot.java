package dev.dormouse.internal.layout.document;

import dev.dormouse.annotation.IdArray;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** An entity whose state is nested in all ways. */
@Entity
@NullUnmarked
class Depot {
    @Id
    long id;

    Place place;

    @AttributeOverride(name = "width", column = @Column(name = "WIDE"))
    @AttributeOverride(name = "height", column = @Column(name = "HIGH"))
    Size size;

    @ManyToOne
    Keeper keeper;

    @Column(name = "keeper_id", insertable = false, updatable = false)
    Long keeperId;

    @ElementCollection
    List<String> notes = new ArrayList<>();

    @ElementCollection
    @OrderBy("width DESC")
    List<Size> sizes = new ArrayList<>();

    @ElementCollection
    Set<Place> places = new HashSet<>();

    @ElementCollection
    @MapKeyColumn(name = "shelf")
    Map<String, Integer> counts = new HashMap<>();

    @ElementCollection
    Map<Keeper, Size> byKeeper = new HashMap<>();

    @IdArray
    @OneToMany
    List<Keeper> helpers = new ArrayList<>();

    /** A target of references. */
    @Entity
    static class Keeper {
        @Id
        long id;

        @Override
        public String toString() {
            return "Keeper " + id;
        }
    }

    /** An embeddable class that nests a record and a reference. */
    @Embeddable
    static class Place {
        String street;

        Size extent;

        @ManyToOne
        Keeper owner;

        Place() {}

        Place(String street, Size extent, Keeper owner) {
            this.street = street;
            this.extent = extent;
            this.owner = owner;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Place place
                    && Objects.equals(street, place.street)
                    && Objects.equals(extent, place.extent)
                    && owner == place.owner;
        }

        @Override
        public int hashCode() {
            return Objects.hash(street, extent);
        }
    }

    /** An embeddable record. */
    @Embeddable
    record Size(int width, @Column(name = "TALL") Integer height) {}
}
