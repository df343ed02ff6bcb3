package dev.dormouse.examples.market;

import java.time.Instant;

/** What happened to the price in one hour. */
record Candle(Instant hour, long open, long high, long low, long close, long volume, int trades) {

    static Candle of(Instant hour, long price, long size) {
        return new Candle(hour, price, price, price, price, size, 1);
    }

    Candle with(long price, long size) {
        return new Candle(hour, open, Math.max(high, price), Math.min(low, price), price, volume + size, trades + 1);
    }
}
