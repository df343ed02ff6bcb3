package dev.dormouse.examples.market.data;

import java.time.Instant;

/**
 * What happened to the price in one hour.
 *
 * @param hour when the hour begins
 * @param open the price of the first trade
 * @param high the highest price
 * @param low the lowest price
 * @param close the price of the last trade
 * @param volume how much was traded
 * @param trades the number of trades
 */
public record Candle(Instant hour, long open, long high, long low, long close, long volume, int trades) {

    /** Returns the candle of one trade. */
    public static Candle of(Instant hour, long price, long size) {
        return new Candle(hour, price, price, price, price, size, 1);
    }

    /** Returns this candle with one more trade, which is later. */
    public Candle with(long price, long size) {
        return new Candle(hour, open, Math.max(high, price), Math.min(low, price), price, volume + size, trades + 1);
    }
}
