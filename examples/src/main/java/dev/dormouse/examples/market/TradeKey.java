package dev.dormouse.examples.market;

import dev.dormouse.lmdb.key.KeyTypes;
import dev.dormouse.lmdb.key.Tuple3Key;
import java.time.Instant;
import java.util.UUID;

/** The market first: all its trades lie together, in the order of time. */
record TradeKey(UUID market, Instant at, long id) {

    static final Tuple3Key<TradeKey, UUID, Instant, Long> TYPE = KeyTypes.tuple(
            TradeKey::new,
            KeyTypes.part(KeyTypes.uuid(), TradeKey::market),
            KeyTypes.part(KeyTypes.instantNanos(), TradeKey::at),
            KeyTypes.part(KeyTypes.uint64(), TradeKey::id));

    /** Returns the lowest key of a market at a moment: the inclusive lower or exclusive upper bound of its ranges. */
    static TradeKey bound(UUID market, Instant at) {
        return new TradeKey(market, at, 0);
    }
}
