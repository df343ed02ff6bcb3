package dev.dormouse.examples.flights;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where and in which hour. */
@Embeddable
public class WeatherId implements Serializable {

    private static final long serialVersionUID = 1L;

    @Column(length = 3)
    private String origin;

    @Column(name = "time_hour")
    private Instant hour;

    /** For the provider. */
    protected WeatherId() {
        this("", Instant.EPOCH);
    }

    /** Makes the id of the weather at an airport in the hour that begins then. */
    public WeatherId(String origin, Instant hour) {
        this.origin = origin;
        this.hour = hour;
    }

    public String getOrigin() {
        return origin;
    }

    public Instant getHour() {
        return hour;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WeatherId id && origin.equals(id.origin) && hour.equals(id.hour);
    }

    @Override
    public int hashCode() {
        return Objects.hash(origin, hour);
    }
}
