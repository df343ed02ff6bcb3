package dev.dormouse.internal.mapping.wellformed;

import dev.dormouse.annotation.IdArray;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Associations in all shapes. */
public final class Associations {

    private Associations() {}

    /** A record as embeddable. */
    @Embeddable
    public record WeatherKey(String origin, @Column(name = "TIME_HOUR") LocalDateTime hour) {}

    /** The target of a composite foreign key. */
    @Entity
    public static class Weather {
        @EmbeddedId
        WeatherKey key;
    }

    /** The many side. */
    @Entity
    @Table(name = "FLIGHTS")
    public static class Flight {
        @Id
        long id;

        @ManyToOne(fetch = FetchType.LAZY, optional = false)
        Airport origin;

        @ManyToOne(cascade = {CascadeType.PERSIST, CascadeType.MERGE})
        @JoinColumn(name = "DEST", referencedColumnName = "CODE")
        Airport destination;

        @Column(name = "HOUR_CODE")
        LocalDateTime hour;

        @ManyToOne
        @JoinColumn(name = "HOUR_CODE", referencedColumnName = "TIME_HOUR", insertable = false, updatable = false)
        @JoinColumn(name = "ORIGIN_CODE", referencedColumnName = "origin")
        Weather weather;
    }

    /** The one side, with inverse and unidirectional collections. */
    @Entity
    public static class Airport {
        @Id
        int id;

        @Column(name = "CODE")
        String code;

        @OneToMany(mappedBy = "origin", cascade = CascadeType.ALL, orphanRemoval = true)
        @OrderBy("hour DESC, id")
        List<Flight> departures;

        @OneToMany
        Set<Gate> gates;

        @OneToMany
        @JoinColumn(name = "AIRPORT")
        @OrderColumn(name = "POSITION")
        List<Gate> ordered;

        @IdArray
        @OneToMany
        List<Gate> kept;

        @ManyToMany
        Collection<Airport> partners;

        @ManyToMany(mappedBy = "partners")
        Collection<Airport> partnerOf;

        @OneToOne(mappedBy = "airport")
        Tower tower;
    }

    /** A target of unidirectional associations. */
    @Entity
    public static class Gate {
        @Id
        long id;

        String name;
    }

    /** The owning side of a one-to-one. */
    @Entity
    public static class Tower {
        @Id
        long id;

        @OneToOne
        Airport airport;
    }

    /** Maps with all kinds of keys. */
    @Entity
    public static class Maps {
        @Id
        long id;

        @OneToMany
        @MapKey(name = "name")
        Map<String, Gate> byName;

        @OneToMany
        @MapKey
        @JoinTable(name = "BY_ID", joinColumns = @JoinColumn(name = "M"), inverseJoinColumns = @JoinColumn(name = "G"))
        Map<Long, Gate> byId;

        @ElementCollection
        @CollectionTable(name = "COUNTS", joinColumns = @JoinColumn(name = "OWNER"))
        @MapKeyColumn(name = "DAY", length = 9)
        @MapKeyEnumerated(EnumType.STRING)
        @Column(name = "COUNTED")
        Map<Basics.Color, Integer> counts;

        @ElementCollection
        @AttributeOverride(name = "key.origin", column = @Column(name = "KEY_ORIGIN"))
        @AttributeOverride(name = "value.street", column = @Column(name = "VALUE_STREET"))
        Map<WeatherKey, Embeddables.Address> addresses;

        @ManyToMany
        @MapKeyJoinColumn
        Map<Tower, Airport> byTower;
    }

    /** Collections of values. */
    @Entity(name = "Col")
    public static class Collections {
        @Id
        long id;

        @ElementCollection
        @OrderColumn
        List<String> names;

        @ElementCollection(fetch = FetchType.EAGER)
        @OrderBy("city DESC")
        Set<Embeddables.Address> addresses;

        @ElementCollection
        @OrderBy
        List<Integer> numbers;
    }
}
