package dev.dormouse.examples.flights;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** The times of a flight: local, written as hours times 100 plus minutes; delays and durations in minutes. Null for what never happened. */
@Embeddable
public class FlightTimes {

    @Column(name = "dep_time")
    @Nullable
    Integer departure;

    @Column(name = "sched_dep_time")
    int scheduledDeparture;

    @Column(name = "dep_delay")
    @Nullable
    Integer departureDelay;

    @Column(name = "arr_time")
    @Nullable
    Integer arrival;

    @Column(name = "sched_arr_time")
    int scheduledArrival;

    @Column(name = "arr_delay")
    @Nullable
    Integer arrivalDelay;

    @Column(name = "air_time")
    @Nullable
    Integer airTime;

    public @Nullable Integer getDeparture() {
        return departure;
    }

    public int getScheduledDeparture() {
        return scheduledDeparture;
    }

    public @Nullable Integer getDepartureDelay() {
        return departureDelay;
    }

    public void setDepartureDelay(@Nullable Integer departureDelay) {
        this.departureDelay = departureDelay;
    }

    public @Nullable Integer getArrivalDelay() {
        return arrivalDelay;
    }
}
