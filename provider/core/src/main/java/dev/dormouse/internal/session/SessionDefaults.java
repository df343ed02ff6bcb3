package dev.dormouse.internal.session;

import dev.dormouse.settings.DormouseSettings;
import dev.dormouse.settings.UnitSettings;
import java.time.Duration;

/**
 * Settings of a unit as values, taken once.
 *
 * @param lockTimeout how long a pessimistic lock is waited for where nothing else is said
 * @param batchSize how many lazy references or collections are loaded together at most
 * @param querySlow from which duration a query is logged, zero for never
 */
public record SessionDefaults(Duration lockTimeout, int batchSize, Duration querySlow) {

    /** Takes them from the settings. */
    public static SessionDefaults of(UnitSettings settings) {
        return new SessionDefaults(
                SessionHints.lockTimeout(settings),
                Math.max(1, settings.values().number(DormouseSettings.FETCH_BATCH_SIZE)),
                settings.values().duration(DormouseSettings.QUERY_SLOW));
    }
}
