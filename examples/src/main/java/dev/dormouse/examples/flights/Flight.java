package dev.dormouse.examples.flights;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One departure. Field access. The codes are kept as they came; a reference is null where the row that it names does not exist. */
@Entity
@Table(
        uniqueConstraints =
                @UniqueConstraint(
                        name = "natural_key",
                        columnNames = {"flight_date", "carrier", "flight_number", "origin_code"}),
        indexes = {
            @Index(name = "board", columnList = "origin_code, flight_date, sched_dep_time, carrier, flight_number"),
            @Index(name = "airline_delay", columnList = "airline, arr_delay")
        })
public class Flight {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "flight_ids")
    @SequenceGenerator(name = "flight_ids", allocationSize = 1000)
    private @Nullable Long id;

    @Version
    private int version;

    @Column(name = "flight_date", nullable = false)
    LocalDate date = LocalDate.EPOCH;

    @Column(length = 2, nullable = false)
    String carrier = "";

    @Column(name = "flight_number")
    int number;

    @Column(name = "origin_code", length = 3, nullable = false)
    String originCode = "";

    @Column(name = "destination_code", length = 3, nullable = false)
    String destinationCode = "";

    @Column(name = "tail_number")
    @Nullable
    String tailNumber;

    int distance;

    @Column(name = "time_hour")
    Instant hour = Instant.EPOCH;

    @Embedded
    FlightTimes times = new FlightTimes();

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "airline")
    @Nullable
    Airline airline;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "origin")
    @Nullable
    Airport origin;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "destination")
    @Nullable
    Airport destination;

    @ManyToOne(fetch = FetchType.LAZY, cascade = CascadeType.PERSIST)
    @JoinColumn(name = "plane")
    @Nullable
    Plane plane;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "weather_origin", referencedColumnName = "origin")
    @JoinColumn(name = "weather_hour", referencedColumnName = "time_hour")
    @Nullable
    Weather weather;

    public @Nullable Long getId() {
        return id;
    }

    public int getVersion() {
        return version;
    }

    public LocalDate getDate() {
        return date;
    }

    public String getCarrier() {
        return carrier;
    }

    public int getNumber() {
        return number;
    }

    public FlightTimes getTimes() {
        return times;
    }

    public @Nullable Airport getDestination() {
        return destination;
    }

    public @Nullable Plane getPlane() {
        return plane;
    }

    public void setPlane(@Nullable Plane plane) {
        this.plane = plane;
    }
}
