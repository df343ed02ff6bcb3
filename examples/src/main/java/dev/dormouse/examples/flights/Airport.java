package dev.dormouse.examples.flights;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An airport. Property access. */
@Entity
public class Airport {

    private String faa = "";
    private String name = "";
    private double latitude;
    private double longitude;
    private int altitude;
    private int hoursFromUtc;
    private String daylightSaving = "";
    private @Nullable String timeZone;
    private Set<Flight> departures = new HashSet<>();
    private Set<Flight> arrivals = new HashSet<>();

    @Id
    public String getFaa() {
        return faa;
    }

    public void setFaa(String faa) {
        this.faa = faa;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public double getLatitude() {
        return latitude;
    }

    public void setLatitude(double latitude) {
        this.latitude = latitude;
    }

    public double getLongitude() {
        return longitude;
    }

    public void setLongitude(double longitude) {
        this.longitude = longitude;
    }

    /** Returns the height above the sea in feet. */
    public int getAltitude() {
        return altitude;
    }

    public void setAltitude(int altitude) {
        this.altitude = altitude;
    }

    public int getHoursFromUtc() {
        return hoursFromUtc;
    }

    public void setHoursFromUtc(int hoursFromUtc) {
        this.hoursFromUtc = hoursFromUtc;
    }

    public String getDaylightSaving() {
        return daylightSaving;
    }

    public void setDaylightSaving(String daylightSaving) {
        this.daylightSaving = daylightSaving;
    }

    public @Nullable String getTimeZone() {
        return timeZone;
    }

    public void setTimeZone(@Nullable String timeZone) {
        this.timeZone = timeZone;
    }

    @OneToMany(mappedBy = "origin")
    public Set<Flight> getDepartures() {
        return departures;
    }

    public void setDepartures(Set<Flight> departures) {
        this.departures = departures;
    }

    @OneToMany(mappedBy = "destination")
    public Set<Flight> getArrivals() {
        return arrivals;
    }

    public void setArrivals(Set<Flight> arrivals) {
        this.arrivals = arrivals;
    }
}
