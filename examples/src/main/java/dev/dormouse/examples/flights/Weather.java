package dev.dormouse.examples.flights;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import org.jspecify.annotations.Nullable;

/** What was measured at an airport in one hour. Field access. */
@Entity
public class Weather {

    @EmbeddedId
    private WeatherId id;

    @Nullable
    Double temperature;

    @Nullable
    Double dewPoint;

    @Nullable
    Double humidity;

    @Nullable
    Integer windDirection;

    @Nullable
    Double windSpeed;

    @Nullable
    Double windGust;

    @Nullable
    Double precipitation;

    @Nullable
    Double pressure;

    @Nullable
    Double visibility;

    /** For the provider. */
    protected Weather() {
        this(new WeatherId());
    }

    /** Makes a measurement of nothing yet. */
    public Weather(WeatherId id) {
        this.id = id;
    }

    public WeatherId getId() {
        return id;
    }

    public @Nullable Double getPrecipitation() {
        return precipitation;
    }
}
