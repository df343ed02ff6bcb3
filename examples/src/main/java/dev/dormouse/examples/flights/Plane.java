package dev.dormouse.examples.flights;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plane, by its tail number. Property access. A flight that leaves its plane's list is removed. */
@Entity
public class Plane {

    private String tailNumber = "";
    private @Nullable Integer yearBuilt;
    private @Nullable String type;
    private @Nullable String manufacturer;
    private @Nullable String model;
    private int engines;
    private int seats;
    private @Nullable Integer speed;
    private @Nullable String engine;
    private List<Flight> flights = new ArrayList<>();

    @Id
    public String getTailNumber() {
        return tailNumber;
    }

    public void setTailNumber(String tailNumber) {
        this.tailNumber = tailNumber;
    }

    public @Nullable Integer getYearBuilt() {
        return yearBuilt;
    }

    public void setYearBuilt(@Nullable Integer yearBuilt) {
        this.yearBuilt = yearBuilt;
    }

    @Column(name = "plane_type")
    public @Nullable String getType() {
        return type;
    }

    public void setType(@Nullable String type) {
        this.type = type;
    }

    public @Nullable String getManufacturer() {
        return manufacturer;
    }

    public void setManufacturer(@Nullable String manufacturer) {
        this.manufacturer = manufacturer;
    }

    public @Nullable String getModel() {
        return model;
    }

    public void setModel(@Nullable String model) {
        this.model = model;
    }

    public int getEngines() {
        return engines;
    }

    public void setEngines(int engines) {
        this.engines = engines;
    }

    public int getSeats() {
        return seats;
    }

    public void setSeats(int seats) {
        this.seats = seats;
    }

    public @Nullable Integer getSpeed() {
        return speed;
    }

    public void setSpeed(@Nullable Integer speed) {
        this.speed = speed;
    }

    public @Nullable String getEngine() {
        return engine;
    }

    public void setEngine(@Nullable String engine) {
        this.engine = engine;
    }

    @OneToMany(
            mappedBy = "plane",
            cascade = {CascadeType.PERSIST, CascadeType.REMOVE},
            orphanRemoval = true)
    public List<Flight> getFlights() {
        return flights;
    }

    public void setFlights(List<Flight> flights) {
        this.flights = flights;
    }
}
